package vaiwg.bench.contestants;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vaiwg.bench.measure.Answer;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.schemas.EventStream;

/** The question in plain Java: the current version of each crime and outcome in two maps. What it answers is what the others must answer. */
public final class PlainLoop implements Contestant {
    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        laps.time(Entry.LOOP, () -> Optional.of(answer(log, Integer.MAX_VALUE)));
    }

    /** The answer by the versions that are known at a midnight, which begins the day with that number. */
    public static Answer answer(EventLog log, int midnight) {
        Map<String, CaseRow> crimes = new HashMap<>();
        Map<String, CaseRow> outcomes = new HashMap<>();
        CaseRow.Reader reader = new CaseRow.Reader();
        log.read(
                CaseRow.STREAMS,
                (stream, message) -> reader.read(stream, message)
                        .filter(row -> row.known() <= midnight)
                        .ifPresent(row -> (stream == EventStream.OUTCOME ? outcomes : crimes)
                                .merge(row.reference(), row, (before, next) -> next.or(before))));
        Answer answer = new Answer();
        crimes.forEach((reference, crime) -> {
            if (crime.counted()) {
                answer.add(crime.day(), crime.themes(), crime.lpa(), 1, crime.isPart(outcomes.get(reference)) ? 1 : 0);
            }
        });
        return answer;
    }
}
