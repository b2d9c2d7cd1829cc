/** Shows that the constraints on commands say the same as their constructors. */
package io.rapport.crm.validation;
