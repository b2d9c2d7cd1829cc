package io.rapport.crm.quickstart.input;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.ValueType;
import io.rapport.crm.quickstart.csv.ValueTypes;

/** The column by which every file says whom a row is about, and the type of all keys. */
final class Keys {

    /** The library keeps external keys of at most 190 characters. */
    static final ValueType<String> KEY = ValueTypes.text(190);

    static final Column<String> CUSTOMER_ID = Column.required("customer_id", KEY);

    private Keys() {}
}
