package vaiwg.verification.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter with one text, as a reader sees it.
 *
 * @param recipients to whom the relay was to bring it, whatever its head says
 */
record Letter(List<String> recipients, String from, String to, String subject, String text) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\n]+)");

    /** What follows {@code DATA} up to the line with a dot alone. */
    static Letter read(List<String> recipients, BufferedReader data) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = data.readLine(); !line.equals("."); line = data.readLine()) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        String letter = String.join("\n", lines);
        int headEnds = letter.indexOf("\n\n");
        // A long header goes on in the next line, which begins with a blank.
        String head = "\n" + letter.substring(0, headEnds).replaceAll("\n[ \t]+", " ") + "\n";
        return new Letter(
                recipients,
                header(head, "From"),
                header(head, "To"),
                header(head, "Subject"),
                onlyText(letter.substring(headEnds), head));
    }

    private static String header(String head, String name) {
        int at = head.indexOf("\n" + name + ": ");
        return at < 0 ? "" : head.substring(at + name.length() + 3, head.indexOf('\n', at + 1));
    }

    private static String onlyText(String body, String head) {
        Matcher cutOff = BOUNDARY.matcher(head);
        if (!cutOff.find()) {
            throw new AssertionError("no parts in the letter with the head" + head);
        }
        String[] parts = body.split("--" + Pattern.quote(cutOff.group(1)));
        if (parts.length != 3) {
            throw new AssertionError("not one part but " + (parts.length - 2) + " in the letter" + body);
        }
        if (!parts[1].contains("Content-Type: text/plain")) {
            throw new AssertionError("no plain text in the letter" + body);
        }
        return readable(parts[1].substring(parts[1].indexOf("\n\n") + 2));
    }

    /** Quoted-printable (RFC 2045, 6.7) of ASCII. */
    private static String readable(String quoted) {
        return Pattern.compile("=([0-9A-F]{2})")
                .matcher(quoted.replace("=\n", ""))
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))))
                .strip();
    }
}
