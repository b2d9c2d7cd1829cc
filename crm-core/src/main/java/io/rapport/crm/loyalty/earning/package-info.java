/** What an order or an event earns by the rules of a program, and why: pure functions and values. */
@NullMarked
package io.rapport.crm.loyalty.earning;

import org.jspecify.annotations.NullMarked;
