package vaiwg.demo.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.Victim;

/** A crime record as it stands in the force's system; {@link #save} writes its whole current state as the next version. */
final class CrimeRecord {
    static final String DOMESTIC_ABUSE = "DOMESTIC_ABUSE";
    private static final long FURTHER = 73;
    private static final long ADVICE = 93;
    private static final long DEPRIVED = 95;

    private final Incident incident;
    private final CaseFigures figures;
    private final CaseCircumstances circumstances;
    private final String risk;
    private final boolean inPilot;
    private final boolean arrested;
    private final String advice;
    /** Which part of a year passed before the victim's birthday. */
    private final double birthday;

    private final long statementAt;
    private final long personalStatementAt;
    private final CrimeRecording state = Saved.begun(new CrimeRecording());

    CrimeRecord(CaseFile file) {
        incident = file.incident();
        figures = file.figures();
        circumstances = CaseCircumstances.of(file);
        Draw own = Draw.at(FURTHER, file.reference().hashCode());
        risk = figures.drawn("domestic_risks", own);
        inPilot = own.chance(Figures.of("proportionate"));
        arrested = own.chance(figures.share("arrested"));
        statementAt = at("statement_taken", incident.reportedAt(), "days_to_statement", own);
        personalStatementAt = at("personal_statement", statementAt, "days_to_personal_statement", own);
        birthday = own.unit();
        Draw ofAdvice = Draw.at(ADVICE, file.reference().hashCode());
        advice = ofAdvice.chance(Figures.of("advice_while_open"))
                ? Figures.choice("early_advice").draw(ofAdvice)
                : null;
        state.setCrimeReference(file.reference());
        state.setStatus(CrimeStatus.ACTIVE);
        state.setCommittedFrom(instant(incident.committedFrom()));
        state.setCommittedTo(instant(incident.committedTo()));
        state.setReportedAt(instant(incident.reportedAt()));
        state.setRecordedAt(instant(incident.recordedAt()));
        state.setLpa(incident.area());
        state.setPlaceType(incident.place());
        state.setSuspects(List.of());
    }

    /** When a share of victims has given a statement, so many days after an instant; {@link Long#MAX_VALUE} for never. */
    private long at(String share, long after, String median, Draw draw) {
        boolean given = draw.chance(figures.share(share)) && after != Long.MAX_VALUE;
        double days = draw.longTailed(figures.of(median), Figures.of("tail_of_statements"));
        return given ? after + ForceCalendar.days(days) : Long.MAX_VALUE;
    }

    /** When the record is amended by a statement, and by a personal one. */
    List<Long> statements() {
        return List.of(statementAt, personalStatementAt);
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
        Saved.next(simulated, state, changedAt, eventId);
    }

    private void addFurther(long changedAt) {
        circumstances.addTo(state);
        boolean domestic = state.getFlags().contains(DOMESTIC_ABUSE);
        state.setRisk(domestic ? risk : null);
        state.setProportionate(domestic ? (Boolean) inPilot : null);
        state.setArrested(state.getSuspects().isEmpty() ? null : (Boolean) arrested);
        state.setDeprivedArea(
                state.getLsoa() == null
                        ? null
                        : (Boolean)
                                Draw.at(DEPRIVED, state.getLsoa().hashCode()).chance(figures.share("most_deprived")));
        boolean hasVictim = state.getVictim() != null;
        state.setStatementAt(hasVictim && statementAt <= changedAt ? instant(statementAt) : null);
        state.setPersonalStatementAt(
                hasVictim && personalStatementAt <= changedAt ? instant(personalStatementAt) : null);
        if (hasVictim) {
            addAge(state.getVictim());
        }
        state.setAdviceWhileOpen(SyntheticTheme.RAPE.holds(state.getOffenceCode(), state.getFlags()) ? advice : null);
    }

    /** Whose birthday in the year of the offence was still to come was a year younger. */
    private void addAge(Victim victim) {
        Long committed = incident.committedFrom() != null ? incident.committedFrom() : incident.committedTo();
        LocalDate day = LocalDate.ofEpochDay(LondonDays.dayOf(committed != null ? committed : incident.recordedAt()));
        boolean toCome = birthday > (double) day.getDayOfYear() / day.lengthOfYear();
        Integer born = victim.getBirthYear();
        victim.setAgeAtOffence(born == null ? null : (Integer) Math.max(0, day.getYear() - born - (toCome ? 1 : 0)));
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
