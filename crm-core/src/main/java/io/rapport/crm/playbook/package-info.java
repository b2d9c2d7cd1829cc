/** The plan for potential problems: versioned procedures, matched to tickets and applied step by step. */
@NullMarked
package io.rapport.crm.playbook;

import org.jspecify.annotations.NullMarked;
