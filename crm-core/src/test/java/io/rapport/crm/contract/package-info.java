/** What every storage adapter must keep, as tests that an adapter's own suite extends. */
package io.rapport.crm.contract;
