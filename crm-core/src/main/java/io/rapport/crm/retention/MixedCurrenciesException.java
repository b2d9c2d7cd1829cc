package io.rapport.crm.retention;

import io.rapport.crm.fault.CrmException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Revenue was asked for in one currency where purchases are in others too. Amounts are never converted or mixed. */
public final class MixedCurrenciesException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final List<CurrencyUnit> currencies;

    /**
     * Says what was found.
     *
     * @param wanted the currency that was asked for
     * @param found the currencies that purchases are in
     */
    public MixedCurrenciesException(CurrencyUnit wanted, Collection<CurrencyUnit> found) {
        super("purchases are in "
                + found.stream().map(CurrencyUnit::getCode).sorted().collect(Collectors.joining(", ")) + ", not all in "
                + wanted + ": read one accumulator for each currency, or a period with one currency");
        currencies = found.stream().sorted().toList();
    }

    /** The currencies that purchases are in, by code. */
    public List<CurrencyUnit> currencies() {
        return currencies;
    }
}
