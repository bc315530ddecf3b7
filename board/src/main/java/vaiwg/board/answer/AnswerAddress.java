package vaiwg.board.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a signal is answered on the board's server. Rules of alerts and dashboards write the same addresses. */
public final class AnswerAddress {
    /** The page's path. */
    public static final String PATH = "/answer";

    private AnswerAddress() {}

    /** @param base the server's address without a slash at its end; empty for a link on the server itself */
    public static String of(String base, String force, String signalId) {
        return base + PATH + "?force=" + encoded(force) + "&signal=" + encoded(signalId);
    }

    /** As part of an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
