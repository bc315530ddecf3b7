package vaiwg.verification.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import vaiwg.demo.Await;
import vaiwg.demo.embedded.FreePorts;

/** Debian's Alertmanager with a configuration, its data in a folder, on a free port of 127.0.0.1. */
record Alertmanager(Process process, int port) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    static Alertmanager start(Path configuration, Path folder) throws Exception {
        int port = FreePorts.find(1).get(0);
        Alertmanager alertmanager = new Alertmanager(launch(configuration, folder, port), port);
        Await.until("Alertmanager is ready", () -> {
            if (!alertmanager.process.isAlive()) {
                throw new AssertionError("Alertmanager ended; see alertmanager.log in " + folder);
            }
            return alertmanager.isReady();
        });
        return alertmanager;
    }

    private static Process launch(Path configuration, Path folder, int port) {
        try {
            return new ProcessBuilder(
                            "prometheus-alertmanager",
                            "--config.file=" + configuration,
                            "--storage.path=" + folder,
                            "--web.listen-address=127.0.0.1:" + port,
                            "--cluster.listen-address=")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("alertmanager.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("install it: apt-get install prometheus-alertmanager", e);
        }
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + port;
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://" + address() + "/-/ready"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(ready, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
