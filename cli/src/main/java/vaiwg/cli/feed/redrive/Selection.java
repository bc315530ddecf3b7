package vaiwg.cli.feed.redrive;

import java.time.Instant;
import java.util.Optional;
import vaiwg.jobs.knowledge.DeadLetter;

/**
 * Which dead letters.
 *
 * @param reason slug of the reason for which they were rejected
 * @param since when they were rejected, at the earliest
 * @param topic from which they came
 * @param force of their event; letters whose force cannot be told are not chosen then
 */
public record Selection(
        Optional<String> reason, Optional<Instant> since, Optional<String> topic, Optional<String> force) {
    boolean has(DeadLetter letter, long rejectedAt) {
        return reason.map(wanted -> wanted.equals(letter.reason)).orElse(true)
                && since.map(from -> rejectedAt >= from.toEpochMilli()).orElse(true)
                && topic.map(wanted -> wanted.equals(letter.topic)).orElse(true);
    }

    boolean hasForce(String forceOfEvent) {
        return force.map(wanted -> wanted.equals(forceOfEvent)).orElse(true);
    }
}
