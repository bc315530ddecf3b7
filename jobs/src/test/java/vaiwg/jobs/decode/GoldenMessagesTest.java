package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.jobs.options.HttpEndpoint;

/**
 * The log outlives every release: what was written with any released schema is read for ever, and says what it always said. A message of a
 * new version is kept with {@code -Dvaiwg.golden.write=true}.
 */
class GoldenMessagesTest {
    private static final int HEADER = 10;
    private static final int FRAME = 5;
    private static final int ID = 7;

    private final List<Row> rows = RowContent.rows();
    private final RowDecoder decoder = new RowDecoder(rows, Optional.empty(), System::nanoTime);

    static List<GoldenMessages.Version> versions() {
        return GoldenMessages.all();
    }

    @BeforeAll
    static void keepMessagesOfNewVersions() throws IOException {
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            for (GoldenMessages.Version version : versions()) {
                version.writeOnce();
            }
        }
    }

    @Test
    void a_message_of_each_released_version_is_kept() {
        assertThat(GoldenMessages.kept())
                .containsExactlyInAnyOrderElementsOf(
                        versions().stream().map(Object::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_message_of_a_released_version_is_read_to_what_it_says(GoldenMessages.Version version) throws Exception {
        Row row = decoder.decode(version.message());

        assertThat(row.name).isEqualTo(version.name());
        assertThat(version.says()).isEqualTo(version.content());
        assertThat(RowContent.of(row)).isEqualTo(RowContent.of(row, version.resolved()));
    }

    /** The same from a producer with a registry, which keeps the version's own schema. */
    @ParameterizedTest
    @MethodSource("versions")
    void a_framed_message_of_a_released_version_is_read_to_the_same_event(GoldenMessages.Version version)
            throws Exception {
        byte[] message = version.message();
        byte[] framed = ByteBuffer.allocate(FRAME + message.length - HEADER)
                .put((byte) 0)
                .putInt(ID)
                .put(message, HEADER, message.length - HEADER)
                .array();
        HttpServer registry = registryOf(version);
        try {
            HttpEndpoint address = HttpEndpoint.of(
                    URI.create("http://127.0.0.1:" + registry.getAddress().getPort()));
            Row row = new RowDecoder(rows, Optional.of(address), System::nanoTime).decode(framed);
            assertThat(RowContent.of(row)).isEqualTo(RowContent.of(decoder.decode(message)));
        } finally {
            registry.stop(0);
        }
    }

    private static HttpServer registryOf(GoldenMessages.Version version) throws IOException {
        byte[] answer = new ObjectMapper()
                .writeValueAsString(Map.of("schema", version.schema().toString()))
                .getBytes(StandardCharsets.UTF_8);
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/schemas/ids/" + ID, exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        registry.start();
        return registry;
    }
}
