package vaiwg.board.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import vaiwg.board.answer.AnswerException;
import vaiwg.board.answer.AnswerTopic;
import vaiwg.board.answer.OwnerAnswer;

/**
 * Sends the answer of a form once, however often the form is sent, unless it says something else. A few are sent at a time, so that pages
 * have threads while Kafka is slow.
 */
final class AnswerSender {
    static final int AT_ONCE = 4;
    private static final int REMEMBERED = 500;

    private final AnswerTopic topic;
    private final Semaphore free = new Semaphore(AT_ONCE);
    /** By the form's number, those that were sent last. */
    private final Map<String, Sent> forms = new LinkedHashMap<>();

    AnswerSender(AnswerTopic topic) {
        this.topic = topic;
    }

    /**
     * Returns when the answer cannot be lost any more.
     *
     * @param once the form's number
     * @throws AnswerException where it was not written
     */
    void send(String once, OwnerAnswer answer) {
        if (!free.tryAcquire()) {
            throw AnswerException.undelivered(
                    "Other answers are being written, and Kafka is slow: send it again in a minute.", null);
        }
        try {
            Sent mine = new Sent(answer, new CompletableFuture<>());
            Sent first = firstOf(once, mine);
            if (first == mine) {
                write(once, mine);
            } else {
                first.whole.join();
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof AnswerException notWritten ? notWritten : e;
        } finally {
            free.release();
        }
    }

    /** The sending of the same answer by the same form, where there was one before. */
    private Sent firstOf(String once, Sent mine) {
        synchronized (forms) {
            Sent before = forms.get(once);
            if (before != null && before.answer.equals(mine.answer)) {
                return before;
            }
            forms.put(once, mine);
            if (forms.size() > REMEMBERED) {
                forms.remove(forms.keySet().iterator().next());
            }
            return mine;
        }
    }

    private void write(String once, Sent mine) {
        try {
            topic.send(mine.answer);
            mine.whole.complete(null);
        } catch (RuntimeException e) {
            synchronized (forms) {
                forms.remove(once, mine);
            }
            mine.whole.completeExceptionally(e);
            throw e;
        }
    }

    private record Sent(OwnerAnswer answer, CompletableFuture<Void> whole) {}
}
