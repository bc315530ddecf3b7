package vaiwg.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;

/** An answer for programs: one JSON object, and nothing else on standard output. {@code docs/go-live.md} documents the shapes. */
public final class JsonAnswer {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonAnswer() {}

    /**
     * @param answer a record, whose components are the names in the object, or a map
     * @throws IllegalStateException where it has no form in JSON
     */
    public static void print(PrintWriter out, Object answer) {
        try {
            // Written as it is made: an answer may have many lines.
            JSON.writeValue(out, answer);
            out.println();
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be written as JSON", e);
        }
    }
}
