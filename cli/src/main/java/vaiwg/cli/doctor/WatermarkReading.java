package vaiwg.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;

/**
 * What stands between the job and the present. A partition without new records holds back all that others bring: the job waits. Where each
 * has new ones and the job is behind, either all is read and nobody has said that it is complete; or the job reads what has piled up while
 * the time through which it is complete still moves, and stands still where it does not. Of a restricted stream no time is told: it would say when a matter changed.
 *
 * @param newest when the newest record of each partition came
 * @param read the streams of which the job is known to have read all
 */
record WatermarkReading(
        Map<EventStream, Feed> feeds,
        Map<EventStream, List<Optional<Instant>>> newest,
        Set<EventStream> read,
        Instant now) {
    /** As the alert on the watermark. */
    static final Duration BEHIND = Duration.ofHours(1);
    /** A job at work moves the streams' clocks twice a second; a checkpoint or a slow commit may take minutes. */
    static final Duration STILL = Duration.ofMinutes(10);

    /**
     * How far the job has counted a stream.
     *
     * @param completeThrough nothing older will come of it
     * @param updated when this was written
     */
    record Feed(Instant completeThrough, Instant updated) {}

    void say(Findings found) {
        List<EventStream> behind =
                Arrays.stream(EventStream.values()).filter(this::isBehind).toList();
        if (behind.isEmpty()) {
            found.ok("No stream is behind: those of which a time is told are read through " + Spans.words(least())
                    + ", " + Spans.words(Duration.between(least(), now)) + " ago.");
            return;
        }
        List<EventStream> waited =
                behind.stream().filter(stream -> !quiet(stream).isEmpty()).toList();
        for (EventStream stream : waited) {
            found.todo("The job waits for the stream " + stream.slug() + ": " + silence(stream)
                    + "; start its producer, or the heartbeat. No midnight is published before.");
        }
        if (!waited.isEmpty()) {
            return;
        }
        String streams = behind.stream().map(EventStream::slug).collect(Collectors.joining(", "));
        if (read.containsAll(behind)) {
            found.todo(
                    "All that has come is read, and nobody has said "
                            + through(behind)
                                    .map(time -> "since " + Spans.words(time) + " ")
                                    .orElse("")
                            + "that these streams are complete: " + streams
                            + "; start the heartbeat, or let their producers send progress records. No midnight is published before.");
            return;
        }
        Optional<Instant> moved = feeds.values().stream().map(Feed::updated).max(Instant::compareTo);
        if (moved.filter(time -> time.isAfter(now.minus(STILL))).isPresent()) {
            found.ok("The job reads what has piled up, and is behind in " + streams + ": it needs nothing but time.");
        } else {
            found.todo("The job stands still: records of " + streams + " have come, and it has counted none "
                    + moved.map(time -> "for " + Spans.words(Duration.between(time, now)))
                            .orElse("yet")
                    + "; its log and its page say why (docs/runbook.md, VaiwgJobRestarting).");
        }
    }

    private boolean isBehind(EventStream stream) {
        Feed feed = feeds.get(stream);
        return feed == null || feed.completeThrough().isBefore(now.minus(BEHIND));
    }

    /** Through when streams are complete of which a time is told. */
    private Optional<Instant> through(List<EventStream> streams) {
        return streams.stream()
                .filter(stream -> !stream.isRestricted())
                .flatMap(stream -> Stream.ofNullable(feeds.get(stream)))
                .map(Feed::completeThrough)
                .min(Instant::compareTo);
    }

    private Instant least() {
        return feeds.entrySet().stream()
                .filter(feed -> !feed.getKey().isRestricted())
                .map(feed -> feed.getValue().completeThrough())
                .min(Instant::compareTo)
                .orElse(now);
    }

    /** The partitions that have brought nothing for so long that they hold back the rest. */
    private List<Integer> quiet(EventStream stream) {
        List<Optional<Instant>> partitions = newest.get(stream);
        return IntStream.range(0, partitions.size())
                .filter(partition -> partitions
                        .get(partition)
                        .filter(time -> time.isAfter(now.minus(BEHIND)))
                        .isEmpty())
                .boxed()
                .toList();
    }

    private String silence(EventStream stream) {
        List<Integer> quiet = quiet(stream);
        String which = (quiet.size() == 1 ? "partition " : "partitions ")
                + quiet.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " of "
                + newest.get(stream).size();
        Stream<Optional<Instant>> times = quiet.stream().map(newest.get(stream)::get);
        Optional<Instant> last = times.flatMap(Optional::stream).max(Instant::compareTo);
        if (stream.isRestricted()) {
            return which + " had no new record";
        }
        return which
                + last.map(time -> " had no record since " + Spans.words(time)).orElse(" never had a record");
    }
}
