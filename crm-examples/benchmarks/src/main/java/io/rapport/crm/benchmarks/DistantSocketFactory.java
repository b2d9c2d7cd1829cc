package io.rapport.crm.benchmarks;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/**
 * Puts a database further away: each answer comes so many microseconds later. PostgreSQL's driver makes it by its name
 * and the argument.
 */
public final class DistantSocketFactory extends SocketFactory {

    private final long nanos;

    public DistantSocketFactory(String micros) {
        nanos = TimeUnit.MICROSECONDS.toNanos(Long.parseLong(micros));
    }

    @Override
    public Socket createSocket() {
        return new DistantSocket(nanos);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("connect a socket without an address");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private static final class DistantSocket extends Socket {

        private final long nanos;
        private final AtomicBoolean asked = new AtomicBoolean();

        DistantSocket(long nanos) {
            this.nanos = nanos;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int value) throws IOException {
                    asked.set(true);
                    out.write(value);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    asked.set(true);
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    travel();
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    travel();
                    return in.read(bytes, from, length);
                }
            };
        }

        private void travel() {
            if (asked.getAndSet(false)) {
                LockSupport.parkNanos(nanos);
            }
        }
    }
}
