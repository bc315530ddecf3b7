package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** Reports of domestic abuse that are recorded as incidents and no crime: records without a class. */
record IncidentIntake(long seed, ForceCalendar calendar) {
    private static final long INCIDENTS = 108;
    /** More than a day has. */
    private static final int NUMBERS_A_DAY = 1_000;

    void casesOf(int day, Consumer<SimulatedCase> sink) {
        Draw draw = Draw.at(seed, INCIDENTS, day);
        for (int left = draw.poisson(Figures.of("incidents_a_day")); left > 0; left--) {
            sink.accept(incident(day, left, draw));
        }
    }

    private SimulatedCase incident(int day, int number, Draw draw) {
        String reference = calendar.crimeNumber("I" + (day * NUMBERS_A_DAY + number), day);
        long recordedAt = Incident.recordingTime(day, calendar, draw);
        CrimeRecording incident = Saved.begun(new CrimeRecording());
        incident.setCrimeReference(reference);
        incident.setStatus(CrimeStatus.ACTIVE);
        incident.setTransferredIn(false);
        incident.setReportedAt(Instant.ofEpochMilli(recordedAt - ForceCalendar.HOUR));
        incident.setRecordedAt(Instant.ofEpochMilli(recordedAt));
        incident.setChannel(OffenceGroup.DOMESTIC.choice("channels").draw(draw));
        incident.setFlags(List.of(CrimeRecord.DOMESTIC_ABUSE));
        incident.setSuspects(List.of());
        incident.setLpa(Figures.choice("areas").draw(draw));
        incident.setIncidentOnly(true);
        incident.setVictim(victim(draw));
        SimulatedCase simulated = new SimulatedCase(day, reference);
        Saved.next(simulated, incident, recordedAt + ForceCalendar.MINUTE, draw.uuid());
        return simulated;
    }

    private static Victim victim(Draw draw) {
        Victim victim = new Victim();
        victim.setKind(VictimKind.PERSON);
        victim.setAgeAtOffence(Figures.choice("incident_ages").within(draw));
        return victim;
    }
}
