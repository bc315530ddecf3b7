package vaiwg.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownSequenceTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void closes_in_reverse_order_and_only_once() {
        ShutdownSequence sequence = new ShutdownSequence(Duration.ofSeconds(15), () -> {});
        for (String name : List.of("first", "second", "third")) {
            sequence.<AutoCloseable>start(name, () -> () -> closed.add(name));
        }

        sequence.close();
        sequence.close();

        assertThat(closed).containsExactly("third", "second", "first");
        assertThat(sequence.isClosing()).isTrue();
    }

    @Test
    void a_part_that_fails_or_hangs_does_not_keep_the_others_open() {
        CountDownLatch never = new CountDownLatch(1);
        ShutdownSequence sequence = new ShutdownSequence(Duration.ofSeconds(3), () -> {});
        sequence.<AutoCloseable>start("first", () -> () -> closed.add("first"));
        sequence.<AutoCloseable>start("fails", () -> () -> {
            throw new IOException("as the test wants");
        });
        sequence.<AutoCloseable>start("hangs", () -> never::await);

        assertThat(sequence.closeParts()).containsExactly("hangs", "fails");
        assertThat(closed).containsExactly("first");
        never.countDown();
    }

    @Test
    void a_part_that_is_starting_when_the_shutdown_begins_is_closed_too() throws Exception {
        ShutdownSequence sequence = new ShutdownSequence(Duration.ofSeconds(15), () -> {});
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> sequence.<AutoCloseable>start("slow", () -> {
            starting.countDown();
            awaitUnchecked(mayStart);
            return () -> closed.add("slow");
        }));
        starting.await();
        CompletableFuture<List<String>> shutdown = CompletableFuture.supplyAsync(sequence::closeParts);

        mayStart.countDown();

        start.get(10, TimeUnit.SECONDS);
        assertThat(shutdown.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(closed).containsExactly("slow");
    }

    @Test
    void nothing_starts_once_the_shutdown_has_begun() {
        ShutdownSequence sequence = new ShutdownSequence(Duration.ofSeconds(15), () -> {});
        sequence.close();

        assertThatThrownBy(() -> sequence.<AutoCloseable>start("late", () -> () -> closed.add("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("late is not started: the run is ending");
        assertThat(closed).isEmpty();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
