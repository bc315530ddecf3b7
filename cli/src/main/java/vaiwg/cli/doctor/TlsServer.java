package vaiwg.cli.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A server that shows a certificate.
 *
 * @param what it is, as one says it
 * @param asksFirst whether it is PostgreSQL, which is asked for TLS before TLS begins
 */
record TlsServer(String what, String host, int port, boolean asksFirst) {
    private static final int PATIENCE_MILLIS = 5_000;
    /** Length and code of PostgreSQL's SSLRequest; source: its documentation, "Message Formats". */
    private static final int REQUEST_BYTES = 8;

    private static final int REQUEST = 80_877_103;

    /**
     * When the first certificate of the chain that it shows ends; empty where PostgreSQL offers no TLS. The certificate is read and not
     * believed, since nothing is said to the server: whether it is trusted find those who speak with it.
     *
     * @throws IOException where it does not answer, or shows none
     */
    Optional<Instant> end() throws IOException {
        Shown shown = new Shown();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (asksFirst && !takesTls(socket)) {
                return Optional.empty();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {shown}, null);
            try (SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
                encrypted.startHandshake();
            }
        } catch (IOException e) {
            // One that asks for a client's certificate hangs up after it has shown its own.
            if (shown.chain.length == 0) {
                throw e;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
        return Arrays.stream(shown.chain)
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo);
    }

    private static boolean takesTls(Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(REQUEST_BYTES);
        out.writeInt(REQUEST);
        out.flush();
        return new DataInputStream(socket.getInputStream()).readByte() == 'S';
    }

    /** Keeps what a server shows. */
    private static final class Shown implements X509TrustManager {
        private X509Certificate[] chain = {};

        @Override
        public void checkClientTrusted(X509Certificate[] client, String type) {
            throw new UnsupportedOperationException("no client is served here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] server, String type) {
            chain = server.clone();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
