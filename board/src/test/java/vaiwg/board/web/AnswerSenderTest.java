package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.board.answer.AnswerException;
import vaiwg.board.answer.OwnerAnswer;

@Timeout(60)
class AnswerSenderTest {
    private final LinkedBlockingQueue<OwnerAnswer> begun = new LinkedBlockingQueue<>();
    private final Semaphore kafka = new Semaphore(0);
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final AnswerSender sender = new AnswerSender(answer -> {
        begun.add(answer);
        kafka.acquireUninterruptibly();
        if (answer.post().equals("away")) {
            throw AnswerException.undelivered("Kafka does not answer: start it.", null);
        }
        return Instant.EPOCH;
    });

    @AfterEach
    void close() {
        kafka.release(1_000);
        readers.shutdownNow();
    }

    @Test
    void while_kafka_is_slow_some_answers_wait_side_by_side_and_the_next_is_told_at_once() throws Exception {
        CompletionService<Void> sent = new ExecutorCompletionService<>(readers);
        IntStream.range(0, AnswerSender.AT_ONCE).forEach(form -> send(sent, form));
        for (int form = 0; form < AnswerSender.AT_ONCE; form++) {
            begun.take();
        }
        assertThatThrownBy(() -> sender.send("another", answer("Lead")))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("send it again");
        assertThat(begun).isEmpty();
        kafka.release(AnswerSender.AT_ONCE);
        for (int form = 0; form < AnswerSender.AT_ONCE; form++) {
            sent.take().get();
        }
        kafka.release();
        sender.send("another", answer("Lead"));
    }

    @Test
    void a_second_click_while_the_first_is_written_writes_nothing_and_waits_for_it() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        List<Future<?>> clicks = IntStream.range(0, 2)
                .<Future<?>>mapToObj(click -> readers.submit(() -> {
                    both.countDown();
                    sender.send("once", answer("Lead"));
                }))
                .toList();
        both.await();
        begun.take();
        kafka.release(2);
        for (Future<?> click : clicks) {
            click.get();
        }
        assertThat(begun).isEmpty();
        assertThat(kafka.availablePermits()).isEqualTo(1);
    }

    @Test
    void what_was_not_written_is_written_when_it_is_sent_again() {
        kafka.release(2);
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> sender.send("once", answer("away"))).hasMessageContaining("start it");
            assertThat(begun).hasSize(time);
        }
    }

    private void send(CompletionService<Void> sent, int form) {
        sent.submit(() -> {
            sender.send("form " + form, answer("Lead"));
            return null;
        });
    }

    private static OwnerAnswer answer(String post) {
        return new OwnerAnswer(
                "west-midlands",
                "s1",
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OwnerAnswer.Terms.NONE,
                post,
                "a.lead");
    }
}
