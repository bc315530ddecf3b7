package vaiwg.demo.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.Victim;

/** A crime record as it stands in the force's system; {@link #save} writes its whole current state as the next version. */
final class CrimeRecord {
    static final String DOMESTIC_ABUSE = "DOMESTIC_ABUSE";
    private static final long FURTHER = 73;
    private static final long ADVICE = 93;

    private final Incident incident;
    private final CrimeRecording state = Saved.begun(new CrimeRecording());

    CrimeRecord(String reference, Incident incident) {
        this.incident = incident;
        state.setCrimeReference(reference);
        state.setStatus(CrimeStatus.ACTIVE);
        state.setCommittedFrom(instant(incident.committedFrom()));
        state.setCommittedTo(instant(incident.committedTo()));
        state.setReportedAt(instant(incident.reportedAt()));
        state.setRecordedAt(instant(incident.recordedAt()));
        state.setLpa(incident.area());
        state.setPlaceType(incident.place());
        state.setSuspects(List.of());
    }

    /** What it says, to be amended. */
    CrimeRecording state() {
        return state;
    }

    void flag(String flag) {
        if (!state.getFlags().contains(flag)) {
            List<String> more = new ArrayList<>(state.getFlags());
            more.add(flag);
            state.setFlags(List.copyOf(more));
        }
    }

    void clearFlag(String flag) {
        state.setFlags(
                state.getFlags().stream().filter(other -> !other.equals(flag)).toList());
    }

    void remove(CrimeStatus status, String reason, String survivor) {
        state.setStatus(status);
        state.setStatusReason(reason);
        state.setMergedInto(survivor);
    }

    void matchPlace() {
        state.setLsoa(incident.lsoa());
        state.setLocationCell(incident.cell());
        boolean atHome = state.getPlaceType() == PlaceType.DWELLING && state.getVictim() != null;
        String victim = atHome ? state.getVictim().getPersonId() : null;
        state.setAddressId(victim == null ? null : "address-" + Integer.toHexString(victim.hashCode()));
    }

    void save(SimulatedCase simulated, long changedAt, String eventId) {
        addFurther(changedAt);
        Saved.next(simulated, EventStream.CRIME_RECORDING, state.getCrimeReference(), state, changedAt, eventId);
    }

    /** By chances of their own, so that all else is the same with them and without. */
    private void addFurther(long changedAt) {
        int reference = state.getCrimeReference().hashCode();
        Draw own = Draw.at(FURTHER, reference);
        boolean domestic = state.getFlags().contains(DOMESTIC_ABUSE);
        String risk = Figures.choice("domestic_risks").draw(own);
        state.setRisk(domestic ? risk : null);
        boolean inPilot = own.chance(Figures.of("proportionate"));
        state.setProportionate(domestic ? (Boolean) inPilot : null);
        boolean arrested = own.chance(Figures.of("arrested"));
        state.setArrested(state.getSuspects().isEmpty() ? null : (Boolean) arrested);
        boolean deprived = own.chance(Figures.of("most_deprived"));
        state.setDeprivedArea(state.getLsoa() == null ? null : (Boolean) deprived);
        long statementAt =
                incident.reportedAt() + (long) (own.exponential(Figures.of("hours_to_statement")) * ForceCalendar.HOUR);
        boolean hasVictim = state.getVictim() != null;
        state.setStatementAt(hasVictim && statementAt <= changedAt ? instant(statementAt) : null);
        boolean personal = own.chance(Figures.of("personal_statement"));
        long personalAt =
                statementAt + (long) (own.exponential(Figures.of("days_to_personal_statement")) * ForceCalendar.DAY);
        state.setPersonalStatementAt(personal && hasVictim && personalAt <= changedAt ? instant(personalAt) : null);
        if (hasVictim) {
            addAge(state.getVictim(), own);
        }
        Draw advice = Draw.at(ADVICE, reference);
        boolean rape = SyntheticTheme.RAPE.holds(state.getOffenceCode(), state.getFlags());
        state.setAdviceWhileOpen(
                rape && advice.chance(Figures.of("advice_while_open"))
                        ? Figures.choice("early_advice").draw(advice)
                        : null);
    }

    /** Whose birthday in the year of the offence was still to come was a year younger. */
    private void addAge(Victim victim, Draw own) {
        Long committed = incident.committedFrom() != null ? incident.committedFrom() : incident.committedTo();
        LocalDate day = LocalDate.ofEpochDay(LondonDays.dayOf(committed != null ? committed : incident.recordedAt()));
        boolean toCome = own.unit() > (double) day.getDayOfYear() / day.lengthOfYear();
        Integer born = victim.getBirthYear();
        victim.setAgeAtOffence(born == null ? null : (Integer) Math.max(0, day.getYear() - born - (toCome ? 1 : 0)));
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
