package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.demo.Await;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

/** A schema registry that does not answer for a while holds the figures, and nothing of what came meanwhile is lost. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class SchemaRegistryRunIT {
    private static final int ID = 12;
    private static final Instant RECORDED = Instant.parse("2024-03-01T10:00:00Z");
    private static final Instant END = Instant.parse("2024-03-02T00:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean answering;

    @Test
    void the_job_starts_again_by_itself_until_the_registry_answers(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        send(log, ID);
        send(log, ID + 1);
        log.completeThrough(END);
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/schemas/ids/", this::answer);
        registry.start();
        URI address = URI.create("http://127.0.0.1:" + registry.getAddress().getPort());
        try (JobRun run = installation.start(log, RunSettings.of(END, 2).withSchemaRegistry(address))) {
            Await.until("the registry was asked again", () -> asked.get() >= 3);
            assertThat(run.query("SELECT * FROM kpi_snapshot")).isEmpty();
            answering = true;
            run.awaitSnapshot(END);
            run.awaitRow(
                    "the crime counts",
                    "SELECT FROM kpi_day WHERE kpi = 'recorded_offences' AND basis = 'recorded' AND slice = ''"
                            + " AND day = '2024-03-01' AND numerator = 1");
            assertThat(run.metric("vaiwg_dead_letters_total", "reason=\"unknown_schema\""))
                    .isEqualTo(1);
        } finally {
            registry.stop(0);
        }
    }

    /** Knows one schema. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        boolean known = exchange.getRequestURI().getPath().endsWith("/" + ID);
        byte[] body = new ObjectMapper()
                .writeValueAsBytes(
                        known ? Map.of("schema", CrimeRecording.SCHEMA$.toString()) : Map.of("error_code", 40403));
        exchange.sendResponseHeaders(!answering ? 503 : known ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void send(EventLog log, int id) throws IOException {
        CrimeRecording crime = new SmallCase("framed-" + id).crime(RECORDED);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
        new SpecificDatumWriter<>(CrimeRecording.class).write(crime, encoder);
        byte[] value = ByteBuffer.allocate(1 + Integer.BYTES + body.size())
                .put((byte) 0)
                .putInt(id)
                .put(body.toByteArray())
                .array();
        try (FeedProducer producer = new FeedProducer(log.connection())) {
            producer.send(
                    EventStream.CRIME_RECORDING,
                    crime.getCrimeReference().getBytes(StandardCharsets.UTF_8),
                    RECORDED.toEpochMilli(),
                    value);
            producer.flush();
        }
    }
}
