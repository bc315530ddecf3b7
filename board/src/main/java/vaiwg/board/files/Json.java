package vaiwg.board.files;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Block;
import vaiwg.board.report.Figure;

/**
 * Records as JSON: names in order of the alphabet, dates as ISO 8601 has them, null for a number or an option that there is not.
 */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(values())
            .addMixIn(Block.class, KindOfBlock.class)
            .addMixIn(Figure.class, FlatFigure.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Only what a record is made of: not what its methods say of it.
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private Json() {}

    /** Indented UTF-8 with an end of line. */
    static byte[] bytes(Object value) {
        try {
            return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the report has no form in JSON", e);
        }
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("values");
        module.addSerializer(Double.class, new NumberOrNull());
        module.addSerializer(double.class, new NumberOrNull());
        return module;
    }

    /** A block says of what kind it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Sentences.class, name = "sentences"),
        @JsonSubTypes.Type(value = Block.FiguresTable.class, name = "figuresTable"),
        @JsonSubTypes.Type(value = Block.Matters.class, name = "matters"),
        @JsonSubTypes.Type(value = Block.Chart.class, name = "chart"),
        @JsonSubTypes.Type(value = Block.Bars.class, name = "bars"),
        @JsonSubTypes.Type(value = Block.Pair.class, name = "pair"),
        @JsonSubTypes.Type(value = Block.Grid.class, name = "grid"),
        @JsonSubTypes.Type(value = Block.Promises.class, name = "promises"),
        @JsonSubTypes.Type(value = Block.Definitions.class, name = "definitions")
    })
    private interface KindOfBlock {}

    /** A figure names its line of published values itself. */
    private abstract static class FlatFigure {
        @JsonUnwrapped
        SeriesKey key;
    }

    private static final class NumberOrNull extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.isNaN()) {
                json.writeNull();
            } else {
                json.writeNumber(FigureNumbers.plain(value));
            }
        }
    }
}
