package vaiwg.bench.measure;

import java.util.HashMap;
import java.util.Map;
import vaiwg.schemas.EventStream;

/** What every contestant must answer: counted by a plain loop that keeps the current version of each crime and outcome in two maps. */
public final class RightAnswer {
    private RightAnswer() {}

    public static Answer of(EventLog log) {
        Map<String, CaseRow> crimes = new HashMap<>();
        Map<String, CaseRow> outcomes = new HashMap<>();
        CaseRow.Reader reader = new CaseRow.Reader();
        log.read(
                CaseRow.STREAMS,
                (stream, message) -> reader.read(stream, message)
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
