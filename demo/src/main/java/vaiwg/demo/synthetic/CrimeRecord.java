package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Source;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;

/** A crime record as it stands in the force's system; {@link #save} writes its whole current state as the next version. */
final class CrimeRecord {
    static final String DOMESTIC_ABUSE = "DOMESTIC_ABUSE";
    private static final long FURTHER = 73;
    private static final long ADVICE = 93;

    private final String reference;
    private final Incident incident;
    private final String channel;
    private final boolean transferredIn;
    private final Boolean n100;
    private long version;
    private CrimeStatus status = CrimeStatus.ACTIVE;
    private String statusReason;
    private String mergedInto;
    private String offenceCode;
    private List<String> flags;
    private boolean placeMatched;
    private Victim victim;
    private List<Suspect> suspects = List.of();

    CrimeRecord(
            String reference,
            Incident incident,
            String channel,
            boolean transferredIn,
            Boolean n100,
            String offenceCode,
            List<String> flags) {
        this.reference = reference;
        this.incident = incident;
        this.channel = channel;
        this.transferredIn = transferredIn;
        this.n100 = n100;
        this.offenceCode = offenceCode;
        this.flags = List.copyOf(flags);
    }

    String reference() {
        return reference;
    }

    void reclassify(String code) {
        offenceCode = code;
    }

    void flag(String flag) {
        if (!flags.contains(flag)) {
            List<String> more = new ArrayList<>(flags);
            more.add(flag);
            flags = List.copyOf(more);
        }
    }

    void clearFlag(String flag) {
        flags = flags.stream().filter(other -> !other.equals(flag)).toList();
    }

    void cancel(String ground) {
        status = CrimeStatus.CANCELLED;
        statusReason = ground;
    }

    void transfer() {
        status = CrimeStatus.TRANSFERRED;
    }

    void mergeInto(String survivor) {
        status = CrimeStatus.MERGED;
        mergedInto = survivor;
    }

    void reinstate() {
        status = CrimeStatus.ACTIVE;
        statusReason = null;
        mergedInto = null;
    }

    void matchPlace() {
        placeMatched = true;
    }

    void victim(Victim newVictim) {
        victim = newVictim;
    }

    void suspects(List<Suspect> newSuspects) {
        suspects = List.copyOf(newSuspects);
    }

    CrimeRecording save(long changedAt, String eventId) {
        version++;
        CrimeRecording event = new CrimeRecording();
        event.setCrimeReference(reference);
        event.setForce(WestMidlandsFigures.FORCE);
        event.setEventId(eventId);
        event.setVersion(version);
        event.setChangedAt(Instant.ofEpochMilli(changedAt));
        event.setSource(Source.SYNTHETIC);
        event.setDateResolution(DateResolution.DAY);
        event.setStatus(status);
        event.setStatusReason(statusReason);
        event.setMergedInto(mergedInto);
        event.setTransferredIn(transferredIn);
        event.setCommittedFrom(instant(incident.committedFrom()));
        event.setCommittedTo(instant(incident.committedTo()));
        event.setReportedAt(instant(incident.reportedAt()));
        event.setRecordedAt(instant(incident.recordedAt()));
        event.setChannel(channel);
        event.setOffenceCode(offenceCode);
        event.setN100(n100);
        event.setFlags(flags);
        event.setLpa(incident.area());
        event.setLsoa(placeMatched ? incident.lsoa() : null);
        event.setLocationCell(placeMatched ? incident.cell() : null);
        event.setPlaceType(incident.place());
        event.setVictim(victim);
        event.setSuspects(suspects);
        addFurther(event, changedAt);
        return event;
    }

    /** By chances of their own, so that all else is the same with them and without. */
    private void addFurther(CrimeRecording event, long changedAt) {
        Draw own = Draw.at(FURTHER, reference.hashCode());
        boolean domestic = flags.contains(DOMESTIC_ABUSE);
        String risk = WestMidlandsFigures.DOMESTIC_RISKS.draw(own);
        event.setRisk(domestic ? risk : null);
        boolean inPilot = own.chance(WestMidlandsFigures.PROPORTIONATE);
        event.setProportionate(domestic ? (Boolean) inPilot : null);
        boolean arrested = own.chance(WestMidlandsFigures.ARRESTED);
        event.setArrested(suspects.isEmpty() ? null : (Boolean) arrested);
        boolean deprived = own.chance(WestMidlandsFigures.MOST_DEPRIVED);
        event.setDeprivedArea(placeMatched ? (Boolean) deprived : null);
        long statementAt = incident.reportedAt()
                + (long) (own.exponential(WestMidlandsFigures.HOURS_TO_STATEMENT) * ForceCalendar.HOUR);
        event.setStatementAt(victim != null && statementAt <= changedAt ? Instant.ofEpochMilli(statementAt) : null);
        boolean personal = own.chance(WestMidlandsFigures.PERSONAL_STATEMENT);
        long personalAt = statementAt
                + (long) (own.exponential(WestMidlandsFigures.DAYS_TO_PERSONAL_STATEMENT) * ForceCalendar.DAY);
        event.setPersonalStatementAt(
                personal && victim != null && personalAt <= changedAt ? Instant.ofEpochMilli(personalAt) : null);
        Draw advice = Draw.at(ADVICE, reference.hashCode());
        event.setAdviceWhileOpen(
                SyntheticTheme.RAPE.holds(offenceCode, flags) && advice.chance(WestMidlandsFigures.ADVICE_WHILE_OPEN)
                        ? WestMidlandsFigures.EARLY_ADVICE.draw(advice)
                        : null);
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
