package io.rapport.crm.jdbc;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.internal.JdbcUnit;
import io.rapport.crm.jdbc.internal.Session;
import io.rapport.crm.jdbc.internal.Statements;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.store.UnitOfWork;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps customer relations in a relational database. The schema must exist: see {@link CrmSchema}. Thread-safe.
 *
 * <p>Loading an aggregate is one round trip. Saving one with its events and outbox rows is one on PostgreSQL. After a
 * save was refused for a key that is taken, a unit of work on PostgreSQL can only roll back.
 */
public final class JdbcCrmStore implements CrmStore {

    private final TransactionRunner transactions;
    private final TableNames tables;
    private final Optional<Dialect> chosenDialect;
    private volatile @Nullable Statements statements;

    private JdbcCrmStore(Builder settings) {
        transactions = settings.transactions;
        tables = settings.tables;
        chosenDialect = settings.dialect;
    }

    /** The store with its own transactions, standard table names, and the dialect of the database. */
    public static JdbcCrmStore on(DataSource dataSource) {
        return builder(TransactionRunner.owning(dataSource)).build();
    }

    public static Builder builder(TransactionRunner transactions) {
        return new Builder(transactions);
    }

    /**
     * Runs work in a transaction; see {@link CrmStore#inTransaction}.
     *
     * @throws DatabaseFailureException if the database fails
     */
    @Override
    public <R> R inTransaction(TenantId tenant, Function<UnitOfWork, R> work) {
        Require.present("tenant", tenant);
        try {
            return transactions.inTransaction(connection -> {
                JdbcUnit unit = unit(tenant, connection);
                R result = work.apply(unit);
                unit.finish();
                return result;
            });
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    /**
     * Runs work that only reads; see {@link CrmStore#reading}.
     *
     * @throws DatabaseFailureException if the database fails
     */
    @Override
    public <R> R reading(TenantId tenant, Function<UnitOfWork, R> work) {
        Require.present("tenant", tenant);
        try {
            return transactions.reading(connection -> work.apply(unit(tenant, connection)));
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    private JdbcUnit unit(TenantId tenant, UnitConnection connection) throws SQLException {
        boolean owned = transactions.ownsTransaction();
        return new JdbcUnit(tenant, new Session(connection, statements(connection), owned), owned);
    }

    private Statements statements(UnitConnection connection) throws SQLException {
        Statements known = statements;
        if (known == null) {
            Dialect dialect = chosenDialect.isPresent() ? chosenDialect.get() : Dialect.of(connection.get());
            known = new Statements(dialect, tables);
            statements = known;
        }
        return known;
    }

    /** Collects how the store works. Not thread-safe. */
    public static final class Builder {

        private final TransactionRunner transactions;
        private TableNames tables = TableNames.standard();
        private Optional<Dialect> dialect = Optional.empty();

        private Builder(TransactionRunner transactions) {
            this.transactions = Require.present("transactions", transactions);
        }

        /** What the tables are called; {@link TableNames#standard()} unless said. */
        public Builder tables(TableNames names) {
            tables = Require.present("tables", names);
            return this;
        }

        /** How the database speaks; detected from the first connection unless said. */
        public Builder dialect(Dialect hostDialect) {
            dialect = Optional.of(Require.present("dialect", hostDialect));
            return this;
        }

        public JdbcCrmStore build() {
            return new JdbcCrmStore(this);
        }
    }
}
