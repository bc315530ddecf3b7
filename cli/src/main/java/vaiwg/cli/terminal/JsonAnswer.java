package vaiwg.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;

/** An answer for programs: one JSON object, and nothing else on standard output. {@code docs/go-live.md} documents the shapes. */
public final class JsonAnswer {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);

    private JsonAnswer() {}

    /**
     * @param answer a record, whose components are the names in the object, or a map
     * @throws IllegalStateException where it has no form in JSON
     */
    public static void print(PrintWriter out, Object answer) {
        try {
            out.println(JSON.writeValueAsString(answer));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be written as JSON", e);
        }
    }
}
