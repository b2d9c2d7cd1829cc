/** What customers are worth: buy-till-you-die, contract and spend models, fitted by maximum likelihood. */
@NullMarked
package io.rapport.crm.retention.value;

import org.jspecify.annotations.NullMarked;
