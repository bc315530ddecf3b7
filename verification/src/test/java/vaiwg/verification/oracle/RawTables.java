package vaiwg.verification.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;

/** Writes a log into the oracle's raw tables, field by field, and the reference files row by row. Derives nothing. */
final class RawTables {
    private final DuckDBConnection connection;

    RawTables(DuckDBConnection connection) {
        this.connection = connection;
    }

    void load(List<LogRecord> log) throws SQLException {
        try (DuckDBAppender progress = appender("progress");
                DuckDBAppender crimes = appender("crime_event");
                DuckDBAppender outcomes = appender("outcome_event");
                DuckDBAppender steps = appender("stalking_event");
                RawSteps others = new RawSteps(connection)) {
            for (LogRecord record : log) {
                if (record.value() instanceof Progress complete) {
                    place(progress, record);
                    progress.append(complete.getCompleteThrough().toEpochMilli());
                    progress.endRow();
                } else if (record.value() instanceof CrimeRecording crime) {
                    crime(crimes, record, crime);
                } else if (record.value() instanceof Outcome outcome) {
                    outcome(outcomes, record, outcome);
                } else if (record.value() instanceof Stalking step) {
                    step(steps, record, step);
                } else {
                    others.add(record);
                }
            }
        }
    }

    /** The reference files as they are shipped: comment lines, a heading, rows. */
    void loadReferences() throws SQLException {
        reference("offence-themes.csv", "offence_theme");
        reference("areas.csv", "policing_area");
        reference("ethnicity-groups.csv", "ethnicity_group");
        reference("bank-holidays.csv", "bank_holiday");
    }

    /** Other bank holidays than those that are shipped. */
    void replaceBankHolidays(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM bank_holiday");
        }
        rows("bank_holiday", text.lines());
    }

    void loadDenominators(String text) throws SQLException {
        rows("denominator", text.lines());
    }

    private void reference(String file, String table) throws SQLException {
        rows(table, lines(file).stream());
    }

    private void rows(String table, Stream<String> text) throws SQLException {
        try (DuckDBAppender rows = appender(table)) {
            List<String> lines = text.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            for (String line : lines.subList(1, lines.size())) {
                rows.beginRow();
                for (String field : line.split(",", -1)) {
                    if (field.matches("\\d{4}-\\d{2}-\\d{2}")) {
                        rows.append(LocalDate.parse(field));
                    } else if (field.matches("\\d+") && table.equals("denominator")) {
                        rows.append(Integer.parseInt(field));
                    } else {
                        rows.append(field.isEmpty() ? null : field);
                    }
                }
                rows.endRow();
            }
        }
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(CodeMaps.class.getResourceAsStream("/reference/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void crime(DuckDBAppender row, LogRecord record, CrimeRecording crime) throws SQLException {
        place(row, record);
        row.append(crime.getForce())
                .append(crime.getEventId())
                .append(crime.getVersion())
                .append(crime.getChangedAt().toEpochMilli())
                .append(crime.getSource().name())
                .append(crime.getDateResolution().name())
                .append(crime.getCrimeReference())
                .append(crime.getStatus().name())
                .append(crime.getTransferredIn())
                .append(millis(crime.getCommittedFrom()))
                .append(millis(crime.getCommittedTo()))
                .append(millis(crime.getReportedAt()))
                .append(crime.getRecordedAt().toEpochMilli())
                .append(crime.getOffenceCode())
                .append(crime.getOffenceGroup())
                .append(String.join(",", crime.getFlags()))
                .append(crime.getLpa())
                .append(name(crime.getPlaceType()));
        victim(row, crime.getVictim() == null ? new Victim() : crime.getVictim());
        row.append(crime.getSuspects().size())
                .append((int) crime.getSuspects().stream()
                        .filter(Suspect::getPoliceEmployee)
                        .count())
                .append(crime.getN100())
                .append(crime.getVictim() == null ? null : crime.getVictim().getPersonId())
                .append(ofSuspects(crime, Suspect::getPersonId))
                .append(ofSuspects(crime, Suspect::getRelationship))
                .append(crime.getLocationCell())
                .append(
                        crime.getVictim() == null || crime.getVictim().getEthnicity() == null
                                ? null
                                : crime.getVictim().getEthnicity().getSelfDefined())
                .endRow();
    }

    private static String ofSuspects(CrimeRecording crime, Function<Suspect, String> field) {
        return crime.getSuspects().stream()
                .map(field)
                .map(value -> Objects.requireNonNullElse(value, ""))
                .collect(Collectors.joining(","));
    }

    private static void victim(DuckDBAppender row, Victim victim) throws SQLException {
        row.append(name(victim.getKind())).append(victim.getBirthYear()).append(victim.getEnhancedRights());
        Characteristic[] nine = {
            victim.getAge(),
            victim.getDisability(),
            victim.getGenderReassignment(),
            victim.getMarriage(),
            victim.getPregnancy(),
            victim.getEthnicity(),
            victim.getReligion(),
            victim.getSex(),
            victim.getOrientation()
        };
        for (Characteristic characteristic : nine) {
            row.append(
                    characteristic == null ? null : characteristic.getStatus().name());
        }
        for (Characteristic characteristic : nine) {
            row.append(characteristic == null ? null : characteristic.getValue());
        }
    }

    private static void outcome(DuckDBAppender row, LogRecord record, Outcome outcome) throws SQLException {
        boolean ended = outcome.getSupportEnded() != null;
        place(row, record);
        row.append(outcome.getForce())
                .append(outcome.getEventId())
                .append(outcome.getVersion())
                .append(outcome.getChangedAt().toEpochMilli())
                .append(outcome.getDateResolution().name())
                .append(outcome.getCrimeReference())
                .append(outcome.getOutcomeType())
                .append(outcome.getOutcomeGroup())
                .append(millis(outcome.getAssignedAt()))
                .append(ended ? outcome.getSupportEnded().getStage() : null)
                .append(ended ? outcome.getSupportEnded().getReason() : null)
                .append(millis(outcome.getVictimInformedAt()))
                .append(outcome.getEarlyAdvice())
                .append(outcome.getDecidedBy())
                .append(outcome.getInterviewedUnderCaution())
                .endRow();
    }

    private static void step(DuckDBAppender row, LogRecord record, Stalking step) throws SQLException {
        place(row, record);
        row.append(step.getForce())
                .append(step.getEventId())
                .append(step.getVersion())
                .append(step.getChangedAt().toEpochMilli())
                .append(step.getDateResolution().name())
                .append(step.getPerpetratorId())
                .append(step.getCrimeReference())
                .append(step.getStep().name())
                .append(step.getAt().toEpochMilli())
                .append(
                        step.getProgramme() == null
                                ? null
                                : name(step.getProgramme().getArm()))
                .append(
                        step.getProgramme() == null
                                ? null
                                : millis(step.getProgramme().getDisposalAt()))
                .append(
                        step.getProgramme() == null
                                ? null
                                : name(step.getProgramme().getRoute()))
                .endRow();
    }

    static void place(DuckDBAppender row, LogRecord record) throws SQLException {
        row.beginRow()
                .append(record.topic())
                .append(record.partition())
                .append(record.offset())
                .append(record.timestamp());
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }
}
