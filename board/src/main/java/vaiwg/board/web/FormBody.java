package vaiwg.board.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form that a browser sent, of a size that a person can write. */
final class FormBody {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_IGNORED_BYTES = 2_000_000;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private FormBody(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws HttpResponseException in one sentence, where it is no form, or one that is too long */
    static FormBody read(Context request) {
        String type = request.contentType();
        if (type == null || !type.split(";", -1)[0].strip().equalsIgnoreCase(FORM)) {
            throw new HttpResponseException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), "Only the form of this page is taken.", Map.of());
        }
        byte[] body = bytes(request);
        Map<String, String> fields = new HashMap<>();
        for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int end = field.indexOf('=');
            if (end > 0) {
                fields.putIfAbsent(decoded(field.substring(0, end)), decoded(field.substring(end + 1)));
            }
        }
        return new FormBody(fields);
    }

    private static byte[] bytes(Context request) {
        try {
            InputStream in = request.bodyInputStream();
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                // A browser shows the answer only once it has sent what it had to send.
                in.skip(MOST_IGNORED_BYTES);
                throw new ContentTooLargeResponse("The answer is too long: write it in some sentences.", Map.of());
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without blanks around it and with the line ends of text; empty where the form has no such field. */
    String text(String name) {
        return fields.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("The form cannot be read: open the page of the signal again.", Map.of());
        }
    }
}
