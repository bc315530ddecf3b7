package vaiwg.board.web;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server below the pages: connections, TLS, and what of HTTP is taken. */
final class Listener {
    private static final int MOST_THREADS = 16;
    private static final int IDLE_MILLIS = 30_000;
    private static final int MOST_HEADER_BYTES = 8_192;

    private Listener() {}

    /** Not started yet. */
    static Server of(ServerSettings settings) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("connections");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setErrorHandler(new ErrorPages());
        server.addConnector(connector(server, settings));
        return server;
    }

    private static ServerConnector connector(Server server, ServerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        ServerConnector connector;
        if (settings.access().tls().isPresent()) {
            SslContextFactory.Server tls =
                    tls(settings.access(), settings.access().tls().get());
            http.addCustomizer(new SecureRequestCustomizer(false));
            connector = new ServerConnector(
                    server,
                    new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                    new HttpConnectionFactory(http));
        } else {
            connector = new ServerConnector(server, new HttpConnectionFactory(http));
        }
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static SslContextFactory.Server tls(Access access, Tls own) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(own.keyStore().toString());
        tls.setKeyStorePassword(own.password());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        if (access instanceof Access.Proxy proxy && proxy.proof() instanceof ProxyProof.Certificate client) {
            tls.setNeedClientAuth(true);
            tls.setTrustStore(client.trusted());
        }
        return tls;
    }
}
