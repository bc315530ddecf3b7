package vaiwg.cli.feed.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads one JSON value as a value of an Avro type. */
interface JsonValue {
    /**
     * The value at the parser's token; leaves the parser at the value's last token.
     *
     * @throws BadLine where it is of another type
     */
    Object read(JsonParser parser) throws IOException, BadLine;
}
