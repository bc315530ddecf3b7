package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.options.HttpEndpoint;

/**
 * Delivers samples to Prometheus, or leaves them out in a bounded time, so that Prometheus cannot hold the job: no call takes longer than
 * {@link #PATIENCE} and one request's time-out, and after one that failed all are left out for {@link #REST}. A request that holds a bad
 * sample is rejected as a whole by Prometheus: it is halved until the bad sample is found, and the others are taken.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** How long samples are tried. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long nothing is tried after a failure. */
    static final Duration REST = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Sends one encoded request. */
    @FunctionalInterface
    interface Transport {
        /** What Prometheus made of a request. */
        enum Answer {
            ACCEPTED,
            /** 429, 5xx or no answer: the same request may succeed later. */
            RETRY,
            /** 400: of a sample of the request Prometheus has another value at the same time. */
            DUPLICATE,
            /** 400: a sample of the request is older than what Prometheus takes; so is all that is not younger. */
            TOO_OLD,
            /** 400 for another reason, or 413: of a smaller request a part may be taken. */
            BAD_SAMPLE,
            /** Any other 4xx: the request is not allowed, whatever it holds. */
            REJECTED;

            boolean isOfOneSample() {
                return this == DUPLICATE || this == TOO_OLD || this == BAD_SAMPLE;
            }
        }

        Answer send(byte[] body) throws InterruptedException;
    }

    /** By which a delivery waits. */
    interface Ticker {
        /** Of no particular beginning. */
        long nanos();

        void sleep(Duration pause) throws InterruptedException;

        /** That of the machine. */
        Ticker SYSTEM = new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration pause) throws InterruptedException {
                Thread.sleep(pause.toMillis());
            }
        };
    }

    /** What became of samples, in numbers of them. */
    static final class Outcome {
        int taken;
        int alreadyThere;
        /** Bad samples, and all of a request that is not allowed. */
        int rejected;
        /** For want of an answer. */
        int leftOut;
    }

    private final Transport transport;
    private final Ticker ticker;
    private long restsUntil;
    private boolean rests;
    /** Up to this instant samples are too old, as one of them was. */
    private long tooOldUntil = Long.MIN_VALUE;

    Delivery(Transport transport, Ticker ticker) {
        this.transport = transport;
        this.ticker = ticker;
    }

    /** Over the network. */
    static Delivery to(HttpEndpoint prometheus) {
        return new Delivery(new RemoteWriteClient(prometheus), Ticker.SYSTEM);
    }

    Outcome deliver(List<Sample> samples) throws InterruptedException, IOException {
        Outcome outcome = new Outcome();
        rests = rests && ticker.nanos() - restsUntil < 0;
        deliver(samples, ticker.nanos() + PATIENCE.toNanos(), outcome);
        return outcome;
    }

    private void deliver(List<Sample> all, long deadline, Outcome outcome) throws InterruptedException, IOException {
        List<Sample> samples =
                all.stream().filter(sample -> sample.timestamp() > tooOldUntil).toList();
        outcome.rejected += all.size() - samples.size();
        if (samples.isEmpty()) {
            return;
        }
        if (rests) {
            outcome.leftOut += samples.size();
            return;
        }
        Transport.Answer answer = send(WriteRequest.encode(samples), deadline);
        if (answer.isOfOneSample() && samples.size() > 1) {
            int middle = samples.size() / 2;
            deliver(samples.subList(0, middle), deadline, outcome);
            deliver(samples.subList(middle, samples.size()), deadline, outcome);
            return;
        }
        switch (answer) {
            case ACCEPTED -> outcome.taken += samples.size();
            case DUPLICATE -> outcome.alreadyThere++;
            case TOO_OLD -> {
                tooOldUntil = samples.get(0).timestamp();
                outcome.rejected++;
            }
            case BAD_SAMPLE, REJECTED -> outcome.rejected += samples.size();
            case RETRY -> {
                rests = true;
                restsUntil = ticker.nanos() + REST.toNanos();
                LOG.warn(
                        "Prometheus does not answer in time: samples are left out for a minute; they stay in PostgreSQL.");
                outcome.leftOut += samples.size();
            }
        }
    }

    /** RETRY where no attempt that began before the deadline brought an answer. */
    private Transport.Answer send(byte[] body, long deadline) throws InterruptedException {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            Transport.Answer answer = ticker.nanos() - deadline < 0 ? transport.send(body) : Transport.Answer.RETRY;
            if (answer != Transport.Answer.RETRY || ticker.nanos() + pause.toNanos() - deadline >= 0) {
                return answer;
            }
            ticker.sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
