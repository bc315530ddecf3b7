package vaiwg.verification.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail relay that takes letters without a login and keeps them: of SMTP (RFC 5321) what it needs for that. */
final class Mailbox implements AutoCloseable {
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final ServerSocket relay;

    Mailbox() throws IOException {
        relay = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        callers.execute(this::answer);
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + relay.getLocalPort();
    }

    /** All that came, in its order. */
    List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** The letters to an address, in the order in which they came. */
    List<Letter> to(String address) {
        return letters.stream()
                .filter(letter -> letter.recipients().contains(address))
                .toList();
    }

    private void answer() {
        while (!relay.isClosed()) {
            try {
                Socket caller = relay.accept();
                callers.execute(() -> serve(caller));
            } catch (IOException e) {
                if (!relay.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream answers = caller.getOutputStream();
            List<String> recipients = new ArrayList<>();
            say(answers, "220 ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line.substring(0, 4).toUpperCase(Locale.ROOT)) {
                    case "RCPT" -> {
                        recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
                        say(answers, "250 taken");
                    }
                    case "DATA" -> {
                        say(answers, "354 go on");
                        letters.add(Letter.read(List.copyOf(recipients), lines));
                        say(answers, "250 taken");
                    }
                    case "QUIT" -> {
                        say(answers, "221 bye");
                        return;
                    }
                    default -> say(answers, "250 well");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream answers, String line) throws IOException {
        answers.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        answers.flush();
    }

    @Override
    public void close() throws IOException {
        relay.close();
        callers.shutdownNow();
    }
}
