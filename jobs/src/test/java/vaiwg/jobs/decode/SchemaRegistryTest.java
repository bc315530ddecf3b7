package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.http.TlsServer;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;

/** Events in Confluent's frame, whose schemas a registry keeps, here a small server that answers as one does. */
class SchemaRegistryTest {
    private static final int ID = 70_000;
    private static final int REJECTING = 503;
    private static final String OWN = "ownField";

    private final Map<Integer, String> schemas = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean rejecting;
    private HttpServer server;
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private EventReader reader;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schemas/ids/", this::answer);
        server.start();
        reader = new EventReader(options(address("/")), CodeMaps.shipped(), now::get);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static EventOptions options(HttpEndpoint registry) {
        return new EventOptions(Forces.any(), EventOptions.DEFAULT_EARLIEST, Optional.of(registry));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String schema =
                schemas.get(Integer.valueOf(exchange.getRequestURI().getPath().replaceAll(".*/", "")));
        byte[] body = schema == null
                ? "{\"error_code\": 40403, \"message\": \"Schema not found\"}".getBytes(StandardCharsets.UTF_8)
                : new ObjectMapper().writeValueAsBytes(Map.of("schema", schema));
        exchange.sendResponseHeaders(rejecting ? REJECTING : schema == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void an_event_in_the_frame_reads_as_in_ours_and_its_schema_is_asked_for_once() throws IOException {
        schemas.put(ID, Outcome.SCHEMA$.toString());
        Outcome outcome = outcome();

        DecodedRecord framed = read(framed(ID, body(outcome)));
        DecodedRecord again = read(framed(ID, body(outcome)));

        assertThat(framed.rejected).isNull();
        assertThat(framed)
                .usingRecursiveComparison()
                .isEqualTo(read(outcome.toByteBuffer().array()))
                .isEqualTo(again);
        assertThat(asked).hasValue(1);
    }

    /** A producer of another release: a field of ours is not there, and one of its own is. */
    @Test
    void fields_that_the_writer_has_not_take_our_defaults_and_fields_of_its_own_are_left_out() throws IOException {
        Schema writer = new Schema.Parser().parse(withField("[\"null\", \"string\"]"));
        schemas.put(ID, writer.toString());
        Outcome outcome = outcome();
        GenericRecord written = new GenericDatumReader<GenericRecord>(Outcome.SCHEMA$, writer)
                .read(null, DecoderFactory.get().binaryDecoder(body(outcome), null));
        written.put(OWN, "of its own");

        DecodedRecord arrival = read(framed(ID, encoded(new GenericDatumWriter<>(writer), written)));

        assertThat(arrival.rejected).isNull();
        assertThat(arrival.version).isNotNull();
        assertThat(arrival.subject).isEqualTo(outcome.getCrimeReference());
    }

    @Test
    void a_registry_that_asks_who_is_there_is_told_over_tls(@TempDir Path folder) throws Exception {
        schemas.put(ID, Outcome.SCHEMA$.toString());
        try (TlsServer asking = new TlsServer(folder, this::answer)) {
            reader = new EventReader(options(asking.endpoint("/")), CodeMaps.shipped());
            assertThat(read(framed(ID, body(outcome()))).rejected).isNull();

            Files.writeString(folder.resolve("password"), "of somebody else");
            assertThatThrownBy(() -> read(framed(ID + 1, body(outcome()))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("(it says 401)")
                    .hasMessageNotContaining("of somebody else");
        }
    }

    @Test
    void an_id_that_the_registry_does_not_know_is_an_unknown_schema_until_it_knows_it() throws IOException {
        DecodedRecord unknown = read(framed(ID, body(outcome())));
        assertThat(unknown.rejected).isEqualTo("unknown_schema");
        assertThat(unknown.detail).isEqualTo("schema 70000 is not in the registry, or no Avro");

        schemas.put(ID, Outcome.SCHEMA$.toString());
        now.addAndGet(RecentRejections.AGE.toNanos());
        assertThat(read(framed(ID, body(outcome()))).rejected).isNull();
    }

    @Test
    void an_id_that_the_registry_does_not_know_is_asked_for_once_a_minute_and_its_records_are_rejected_meanwhile()
            throws IOException {
        for (int record = 0; record < 100; record++) {
            assertThat(read(framed(ID, body(outcome()))).rejected).isEqualTo("unknown_schema");
        }
        assertThat(asked).hasValue(1);

        now.addAndGet(RecentRejections.AGE.toNanos() - 1);
        assertThat(read(framed(ID, body(outcome()))).detail)
                .isEqualTo("schema 70000 is not in the registry, or no Avro");
        assertThat(asked).hasValue(1);

        now.addAndGet(1);
        assertThat(read(framed(ID, body(outcome()))).rejected).isEqualTo("unknown_schema");
        assertThat(asked).as("a minute after it was asked for").hasValue(2);
        assertThat(read(framed(ID + 1, body(outcome()))).rejected).isEqualTo("unknown_schema");
        assertThat(asked).as("another id").hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a schema",
                "\"string\"",
                "{\"type\": \"record\", \"name\": \"Invoice\", \"fields\": [{\"name\": \"id\", \"type\": \"string\"}]}",
                // Of our name, and nothing of ours can be read from it.
                "{\"type\": \"record\", \"name\": \"vaiwg.schemas.Outcome\", \"fields\": [{\"name\": \"id\", \"type\": \"string\"}]}",
            })
    void a_schema_from_which_no_event_of_ours_can_be_read_is_unknown(String schema) throws IOException {
        schemas.put(ID, schema);
        assertThat(read(framed(ID, body(outcome()))).rejected).isEqualTo("unknown_schema");
    }

    /** A few bytes would keep the reader busy for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"array\", \"items\": \"null\"}",
                "{\"type\": \"array\", \"items\": {\"type\": \"fixed\", \"name\": \"Nothing\", \"size\": 0}}",
                "{\"type\": \"array\", \"items\": {\"type\": \"record\", \"name\": \"Empty\", \"fields\": []}}",
                "{\"type\": \"record\", \"name\": \"Round\", \"fields\": [{\"name\": \"again\", \"type\": \"Round\"}]}",
            })
    void a_schema_in_which_no_bytes_are_endless_work_is_unknown(String type) throws IOException {
        schemas.put(ID, withField(type));
        assertThat(read(framed(ID, body(outcome()))).rejected).isEqualTo("unknown_schema");
    }

    @Test
    void a_schema_that_is_too_large_is_unknown() throws IOException {
        schemas.put(ID, Outcome.SCHEMA$.toString() + " ".repeat(SchemaRegistry.LARGEST_ANSWER));
        assertThat(read(framed(ID, body(outcome()))).rejected).isEqualTo("unknown_schema");
    }

    @Test
    void a_body_that_is_cut_off_or_too_long_is_undecodable() throws IOException {
        schemas.put(ID, Outcome.SCHEMA$.toString());
        byte[] whole = framed(ID, body(outcome()));
        for (int length : new int[] {1, 4, 5, whole.length - 1, whole.length + 1}) {
            assertThat(read(Arrays.copyOf(whole, length)).rejected).isEqualTo("undecodable");
        }
    }

    @Test
    void without_a_registry_the_frame_is_undecodable() throws IOException {
        reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
        assertThat(read(framed(ID, body(outcome()))).rejected).isEqualTo("undecodable");
    }

    @Test
    @Timeout(60)
    void an_answer_that_stops_in_the_middle_is_none() throws IOException {
        server.createContext("/slow/schemas/ids/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        HttpEndpoint slow = address("/slow");
        assertThatThrownBy(() -> new SchemaRegistry(slow, Duration.ofMillis(300)).schema(ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(it does not answer)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html></html>", "[]", "{\"schema\": 1}"})
    void a_page_that_is_no_registrys_is_no_answer(String page) {
        server.createContext("/other/schemas/ids/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        HttpEndpoint other = address("/other");
        assertThatThrownBy(() -> new SchemaRegistry(other).schema(ID)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_schema_of_another_kind_is_none() {
        server.createContext("/other/schemas/ids/", exchange -> {
            byte[] body = "{\"schemaType\": \"PROTOBUF\", \"schema\": \"message\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        HttpEndpoint other = address("/other");
        assertThat(new SchemaRegistry(other).schema(ID)).isEmpty();
    }

    /** Nothing is rejected, so nothing is lost: the job fails and reads the record again. */
    @Test
    void a_registry_that_does_not_answer_ends_the_reading_in_a_sentence() throws IOException {
        schemas.put(ID, Outcome.SCHEMA$.toString());
        byte[] event = framed(ID, body(outcome()));
        rejecting = true;
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The schema registry at http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "/ sends no schema (it says 503); check its address, and that it runs.");
        rejecting = false;
        assertThat(read(event).rejected).isNull();

        server.stop(0);
        assertThat(read(event).rejected).as("a schema that is known already").isNull();
        assertThatThrownBy(() -> read(framed(ID + 1, body(outcome()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(it does not answer)");
    }

    private HttpEndpoint address(String path) {
        return HttpEndpoint.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    private static Outcome outcome() {
        return Events.outcome("c1").build();
    }

    /** The schema of outcomes without a field that has a default, and with one of the writer's own before the last. */
    private static String withField(String type) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode schema = (ObjectNode) json.readTree(Outcome.SCHEMA$.toString());
        ArrayNode fields = (ArrayNode) schema.get("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").asText().equals("earlyAdvice")) {
                ObjectNode own = json.createObjectNode().put("name", OWN);
                own.set("type", json.readTree(type));
                if (json.readTree(type).isArray()) {
                    own.putNull("default");
                }
                fields.set(i, own);
            }
        }
        return schema.toString();
    }

    private static byte[] body(Outcome outcome) throws IOException {
        return encoded(new SpecificDatumWriter<>(Outcome.class), outcome);
    }

    private static <T> byte[] encoded(DatumWriter<T> writer, T event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        writer.write(event, encoder);
        return bytes.toByteArray();
    }

    private static byte[] framed(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private DecodedRecord read(byte[] value) {
        return reader.read(
                EventStream.OUTCOME,
                Events.CHANGED.plusSeconds(200_000).toEpochMilli(),
                "c1".getBytes(StandardCharsets.UTF_8),
                value);
    }
}
