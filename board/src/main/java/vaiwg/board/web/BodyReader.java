package vaiwg.board.web;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * What a request sends, as it comes: no thread waits for it. All of it has to be there within a second of the request, and of a size that
 * a person can write; then the connection is closed.
 */
final class BodyReader implements Runnable {
    private static final int MOST_BYTES = 100_000;
    /** A browser shows the answer only once it has sent what it had to send. */
    private static final int MOST_IGNORED_BYTES = 2_000_000;

    private static final long MOST_MILLIS = 1_000;

    private final Request request;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private long bytes;

    private BodyReader(Request request) {
        this.request = request;
    }

    /** The body; a {@link Refusal} where it is too long or too slow. */
    static CompletableFuture<byte[]> read(Request request) {
        BodyReader reader = new BodyReader(request);
        Scheduler.Task deadline = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> reader.refuse(Refusal.of(
                                HttpStatus.REQUEST_TIMEOUT_408,
                                "What was sent did not arrive within a second: send it again.")),
                        MOST_MILLIS,
                        TimeUnit.MILLISECONDS);
        reader.whole.whenComplete((read, failure) -> deadline.cancel());
        if (request.getLength() > MOST_IGNORED_BYTES) {
            reader.refuse(tooLong());
        }
        reader.run();
        return reader.whole;
    }

    /** Takes what has come, and asks for more. */
    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                whole.completeExceptionally(
                        Refusal.badRequest("What was sent cannot be read: open the page again and send it once more."));
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        bytes += chunk.remaining();
        if (bytes <= MOST_BYTES) {
            body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        }
        chunk.release();
        if (bytes > MOST_IGNORED_BYTES || chunk.isLast() && bytes > MOST_BYTES) {
            refuse(tooLong());
        } else if (chunk.isLast()) {
            whole.complete(body.toByteArray());
        }
    }

    private static Refusal tooLong() {
        return Refusal.of(HttpStatus.PAYLOAD_TOO_LARGE_413, "The answer is too long: write it in some sentences.");
    }

    private void refuse(Refusal refusal) {
        whole.completeExceptionally(refusal.with("Connection", "close"));
    }
}
