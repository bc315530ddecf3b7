package vaiwg.board.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/** A connection on which a test sends what no client library would. */
final class RawConnection implements AutoCloseable {
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;

    /** @param from the address of this machine from which it comes, such as 127.0.0.2 */
    RawConnection(SocketFactory sockets, String from, URI server) throws IOException {
        socket = sockets.createSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static RawConnection to(URI server) throws IOException {
        return new RawConnection(SocketFactory.getDefault(), "127.0.0.1", server);
    }

    /** All that a server says to what is sent, until it closes the connection. */
    static String answer(URI server, String sent) throws IOException {
        try (RawConnection connection = to(server)) {
            connection.send(sent);
            return connection.readAll();
        }
    }

    /** The status of each answer in what a server said. */
    static List<Integer> statuses(String said) {
        return ANSWER.matcher(said)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }

    void send(String sent) throws IOException {
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String readAll() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(said);
        } catch (SocketException e) {
            // A server that closes while something is still sent resets the connection; what it said before counts.
            if (said.size() == 0) {
                throw e;
            }
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The status of one answer; its body is read too. */
    int readStatus() throws IOException {
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head += (char) next;
        }
        String length = head.replaceFirst("(?is).*\r\nContent-Length: (\\d+)\r\n.*", "$1");
        socket.getInputStream().readNBytes(Integer.parseInt(length));
        return statuses(head).get(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
