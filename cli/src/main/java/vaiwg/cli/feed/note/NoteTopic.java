package vaiwg.cli.feed.note;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import vaiwg.board.answer.AnswerException;
import vaiwg.board.answer.AnswerTopic;
import vaiwg.board.answer.OwnerAnswer;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Source;

/**
 * Writes owners' answers into the topic of notes: those of the verb {@code note} and those of the board's page alike.
 *
 * @param rules of the job that reads the topic: what it would reject is not written
 */
public record NoteTopic(KafkaConnection kafka, EventOptions rules, Clock clock) implements AnswerTopic {
    /** A connection for each answer: there are a few a week. */
    @Override
    public Instant send(OwnerAnswer answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReadyEvent ready = ready(answer, now);
        try (FeedProducer producer = new FeedProducer(kafka)) {
            producer.send(EventStream.NOTE, ready.key(), now.toEpochMilli(), ready.value());
            producer.flush();
        } catch (CommandFailure e) {
            throw AnswerException.undelivered(e.getMessage(), e);
        }
        return now;
    }

    private ReadyEvent ready(OwnerAnswer answer, Instant now) {
        if (answer.post().isBlank()) {
            throw AnswerException.rejected(
                    "The post that says so is missing: name it, such as Head of Criminal Justice.");
        }
        try {
            // No field of a note is a code.
            return new LineEvents(
                            Source.FEED,
                            rules,
                            CodeMaps.shipped(),
                            EventIds.forgotten(),
                            Clock.fixed(now, clock.getZone()))
                    .ready(EventStream.NOTE, note(answer, now));
        } catch (BadLine rejected) {
            throw AnswerException.rejected("The job would reject the note: " + rejected.getMessage() + ".");
        }
    }

    /** Numbered by its instant: notes of one signal are many, and nobody keeps a count of them. */
    private static Note note(OwnerAnswer answer, Instant now) {
        return Note.newBuilder()
                .setSignalId(answer.subject())
                .setForce(answer.force())
                .setEventId(UUID.randomUUID().toString())
                .setVersion(now.toEpochMilli())
                .setChangedAt(now)
                .setSource(Source.FEED)
                .setDateResolution(DateResolution.DAY)
                .setKind(answer.acknowledgement() ? NoteKind.ACKNOWLEDGEMENT : NoteKind.NOTE)
                .setCause(answer.cause().orElse(null))
                .setAction(answer.action().orElse(null))
                .setStanding(answer.standing().orElse(null))
                .setPost(answer.post())
                .setLogin(answer.login())
                .setAt(now)
                .setOwner(answer.terms().owner().orElse(null))
                .setDue(answer.terms().due().map(LondonDays::startOf).orElse(null))
                .setDone(answer.terms().done().map(LondonDays::startOf).orElse(null))
                .build();
    }
}
