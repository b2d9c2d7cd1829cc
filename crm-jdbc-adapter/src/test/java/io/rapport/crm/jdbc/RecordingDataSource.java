package io.rapport.crm.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Notes what is done with connections: which of their methods are called, and what is executed. */
final class RecordingDataSource implements DataSource {

    private final DataSource target;
    private final List<String> executed = new ArrayList<>();
    private final List<String> called = new ArrayList<>();

    RecordingDataSource(DataSource target) {
        this.target = target;
    }

    /** The statements and batches that were executed, and the commits, since the last call. */
    List<String> executed() {
        List<String> noted = List.copyOf(executed);
        executed.clear();
        called.clear();
        return noted;
    }

    /** The methods of connections that were called since the last call of {@link #executed}. */
    List<String> called() {
        return List.copyOf(called);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recording(target.getConnection());
    }

    Connection recording(Connection connection) {
        return proxy(Connection.class, connection, (method, result) -> {
            called.add(method);
            if (method.equals("commit")) {
                executed.add("commit");
            }
            return result instanceof PreparedStatement statement && !(result instanceof CallableStatement)
                    ? recording(statement)
                    : result;
        });
    }

    private PreparedStatement recording(PreparedStatement statement) {
        String sql = statement.toString();
        return proxy(PreparedStatement.class, statement, (method, result) -> {
            if (method.startsWith("execute")) {
                executed.add(sql);
            }
            return result;
        });
    }

    private interface Note {

        Object taken(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Note note) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object result = invoke(target, method, args);
            return note.taken(method.getName(), result);
        }));
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return recording(target.getConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
