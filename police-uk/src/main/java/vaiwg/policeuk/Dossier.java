package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.Objects;

/**
 * What is known of one crime reference of one force: what the newest release of each monthly file says, and what was sent. This is
 * all that an import keeps of a crime, some hundred and fifty bytes.
 */
final class Dossier {
    /** What a street row says. */
    record CrimeSaid(String group, String lsoa) {}

    /**
     * What a month's outcome rows say.
     *
     * @param type of the last row, null where the source does not give it
     * @param charged whether one of them is a charge
     */
    record OutcomeSaid(String type, String group, boolean courtResult, boolean charged) {
        static final OutcomeSaid CHARGED = new OutcomeSaid("1", "charged", false, true);

        static OutcomeSaid of(OutcomeLabel label) {
            return new OutcomeSaid(label.outcomeType(), label.outcomeGroup(), label.courtResult(), label.charge());
        }

        /** This row after earlier ones of the same month; null where there were none. */
        OutcomeSaid after(OutcomeSaid earlier) {
            return earlier == null || charged || !earlier.charged
                    ? this
                    : new OutcomeSaid(type, group, courtResult, true);
        }
    }

    /**
     * A crime as its current version has it.
     *
     * @param active false: no release has it any more
     */
    record CrimeState(YearMonth month, CrimeSaid said, boolean active) {}

    /** An outcome as its current version has it; all null: none again. */
    record OutcomeState(String type, String group, YearMonth assigned) {
        static final OutcomeState NONE = new OutcomeState(null, null, null);
    }

    final Statements<CrimeSaid> crime = new Statements<>();
    final Statements<OutcomeSaid> outcome = new Statements<>();
    private CrimeState sentCrime;
    private OutcomeState sentOutcome;
    private long crimeVersion;
    private long outcomeVersion;

    /** The version of the crime that was sent last, or null. */
    CrimeState sentCrime() {
        return sentCrime;
    }

    OutcomeState sentOutcome() {
        return sentOutcome;
    }

    void sent(CrimeState state, long version) {
        sentCrime = state;
        crimeVersion = version;
    }

    void sent(OutcomeState state, long version) {
        sentOutcome = state;
        outcomeVersion = version;
    }

    long crimeVersion() {
        return crimeVersion;
    }

    long outcomeVersion() {
        return outcomeVersion;
    }

    /** The crime as the files have it now; a crime that was sent and is in no file any more is not active. Null: never there. */
    CrimeState crimeNow() {
        Statements.Entry<CrimeSaid> latest = crime.latest();
        if (latest != null) {
            return new CrimeState(latest.month(), latest.said(), true);
        }
        return sentCrime == null ? null : new CrimeState(sentCrime.month, sentCrime.said, false);
    }

    /** The outcome as the files have it now. A court's result leaves the charge standing, with the charge's month. Null: never one. */
    OutcomeState outcomeNow() {
        Statements.Entry<OutcomeSaid> latest = outcome.latest();
        if (latest == null) {
            return sentOutcome == null ? null : OutcomeState.NONE;
        }
        OutcomeSaid said = latest.said();
        YearMonth charged = said.courtResult() ? chargedIn() : null;
        return new OutcomeState(said.type(), said.group(), Objects.requireNonNullElse(charged, latest.month()));
    }

    /** The month of the newest charge in the files, or null. */
    private YearMonth chargedIn() {
        for (Statements.Entry<OutcomeSaid> entry = outcome.latest(); entry != null; entry = entry.earlier()) {
            if (entry.said().charged()) {
                return entry.month();
            }
        }
        return null;
    }
}
