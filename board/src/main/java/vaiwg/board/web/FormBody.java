package vaiwg.board.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** The fields of a form that a browser sent. */
record FormBody(Map<String, String> fields) {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** @throws Refusal where it is no form */
    static FormBody read(WebExchange exchange) {
        String type = exchange.header("Content-Type");
        if (type == null || !type.split(";", -1)[0].strip().equalsIgnoreCase(FORM)) {
            throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Only the form of this page is taken.");
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : new String(exchange.body(), StandardCharsets.UTF_8).split("&", -1)) {
            int end = field.indexOf('=');
            if (end > 0) {
                fields.putIfAbsent(decoded(field.substring(0, end)), decoded(field.substring(end + 1)));
            }
        }
        return new FormBody(fields);
    }

    /** Without blanks around it and with the line ends of text; empty where the form has no such field. */
    String text(String name) {
        return fields.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The form cannot be read: open the page of the matter again.");
        }
    }
}
