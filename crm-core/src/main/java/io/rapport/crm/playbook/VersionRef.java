package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Which version of which playbook.
 *
 * @param number 1 for the first
 */
public record VersionRef(PlaybookId playbook, int number) implements Serializable {

    public VersionRef {
        Require.present("playbook", playbook);
        Require.positive("number", number);
    }
}
