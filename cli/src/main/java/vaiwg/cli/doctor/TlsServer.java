package vaiwg.cli.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.common.utils.Utils;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/**
 * A server that shows a certificate.
 *
 * @param what it is, as one says it
 * @param asksFirst whether it is PostgreSQL, which is asked for TLS before TLS begins
 */
public record TlsServer(String what, String host, int port, boolean asksFirst) {
    private static final String JDBC = "jdbc:";
    private static final int DATABASE_PORT = 5_432;
    private static final int HTTPS_PORT = 443;
    private static final int PATIENCE_MILLIS = 5_000;
    /** Length and code of PostgreSQL's SSLRequest; source: its documentation, "Message Formats". */
    private static final int REQUEST_BYTES = 8;

    private static final int REQUEST = 80_877_103;

    /**
     * Those of the servers that are configured.
     *
     * @param pages servers that are asked by HTTP, by what each is
     */
    public static List<TlsServer> of(
            KafkaConnection kafka, Database database, Map<String, Optional<HttpEndpoint>> pages) {
        List<TlsServer> servers = new ArrayList<>();
        if (kafka.isEncrypted()) {
            for (String address : kafka.bootstrapServers().split(",")) {
                Integer port = Utils.getPort(address.strip());
                String host = Utils.getHost(address.strip());
                if (host != null && port != null) {
                    servers.add(new TlsServer("Kafka", host, port, false));
                }
            }
        }
        // Of several servers in one address the URI has none: the driver asks whichever answers.
        URI url = URI.create(database.url().substring(JDBC.length()));
        if (url.getHost() != null) {
            servers.add(new TlsServer("PostgreSQL", url.getHost(), port(url, DATABASE_PORT), true));
        }
        pages.forEach((what, endpoint) -> endpoint.map(HttpEndpoint::address)
                .filter(page -> "https".equals(page.getScheme()))
                .ifPresent(page -> servers.add(new TlsServer(what, page.getHost(), port(page, HTTPS_PORT), false))));
        return servers;
    }

    private static int port(URI address, int usual) {
        return address.getPort() < 0 ? usual : address.getPort();
    }

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
