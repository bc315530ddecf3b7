package vaiwg.board.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.answer.AnswerAddress;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.OwnerDigest;
import vaiwg.board.report.ReportWords;
import vaiwg.kpis.text.Digits;

/**
 * An owner's digest as an e-mail: five lines, one a matter, without figures, since e-mails travel farther than the people who may see them.
 *
 * @param board the address of the board's pages without a slash at its end; empty where nobody serves them
 */
public record DigestMail(OwnerDigest digest, Optional<String> board) {
    private static final int MOST = 5;
    private static final String BOUNDARY = "=_vaiwg_digest";
    /** Of a line, as sendmail takes a message and not as it goes over the wire. */
    private static final String END = "\n";

    private static final int LINE = 76;
    private static final int WEEK = 7;

    /**
     * A list of the mail.
     *
     * @param more how many lines were left out
     */
    record Section(String title, List<Line> lines, int more) {}

    /**
     * A matter.
     *
     * @param state what to do; empty where it ended
     * @param status who answered, for how long nobody has, or when it ended
     * @param answer what the link is called, which differs once there is an answer
     * @param link where it is answered; null where that is nowhere
     * @param signal the name of a signal in it, for the command; empty where it ended or has none
     */
    record Line(String state, String title, String status, String answer, String link, String signal) {
        /** How it is answered where nobody serves the board's pages. */
        String elsewhere() {
            return "Answer through the Board's secretary, reference " + signal + ".";
        }
    }

    /** In one line: "VAIWG matters of Criminal Justice: 1 new, 2 not answered". */
    public String subject() {
        List<String> counts = new ArrayList<>();
        count(counts, digest.raised().size(), "new");
        count(counts, digest.unanswered().size(), "not answered");
        count(counts, digest.answered().size(), "answered");
        count(counts, digest.ended().size(), "ended");
        count(
                counts,
                digest.streams().size(),
                PageWords.plural(digest.streams().size(), "stream", "streams") + " of records not as usual");
        return "VAIWG matters of " + digest.areaTitle() + ": "
                + (counts.isEmpty() ? "nothing for you" : String.join(", ", counts));
    }

    private static void count(List<String> counts, int number, String what) {
        if (number > 0) {
            counts.add(Digits.count(number) + " " + what);
        }
    }

    public String text() {
        StringBuilder text =
                new StringBuilder(title()).append("\n").append(head()).append("\n");
        summary().forEach(sentence -> text.append(sentence).append("\n"));
        digest.streams().forEach(sentence -> text.append(sentence).append("\n"));
        for (Section section : sections()) {
            text.append("\n").append(section.title()).append("\n");
            for (Line line : section.lines()) {
                text.append("* ")
                        .append(line.state().isEmpty() ? "" : "[" + line.state() + "] ")
                        .append(line.title())
                        .append(". ")
                        .append(line.status())
                        .append(".");
                if (line.link() != null) {
                    text.append(" ").append(line.link());
                } else if (!line.signal().isEmpty()) {
                    text.append(" ").append(line.elsewhere());
                }
                text.append("\n");
            }
            if (section.more() > 0) {
                text.append("* ").append(Digits.count(section.more())).append(" more\n");
            }
        }
        text.append("\n");
        if (all() != null) {
            text.append("All matters with their figures: ").append(all()).append("\n");
        }
        return text.append(foot()).append("\n").toString();
    }

    public String html() {
        return ReportPage.render("digest.jte", Map.of("mail", this));
    }

    /** Both as a message without sender and receivers, which whoever sends it puts before it. The same digest gives the same bytes. */
    public byte[] message() {
        String message = "Subject: " + encoded(subject()) + END + "MIME-Version: 1.0" + END
                + "Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"" + END + END
                + part("text/plain", text()) + part("text/html", html()) + "--" + BOUNDARY + "--" + END;
        return message.getBytes(StandardCharsets.US_ASCII);
    }

    private static String part(String type, String text) {
        return "--" + BOUNDARY + END + "Content-Type: " + type + "; charset=utf-8" + END
                + "Content-Transfer-Encoding: base64" + END + END
                + Base64.getMimeEncoder(LINE, END.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + END;
    }

    /** As a header may hold it (RFC 2047). */
    private static String encoded(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127)
                ? text
                : "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    String title() {
        return "Matters of " + digest.areaTitle() + ", " + digest.edition().forceTitle();
    }

    String head() {
        return "To " + digest.owner() + ", " + Days.asAt(digest.edition().asAt())
                + (digest.edition().synthetic() ? " (" + EditionWords.SYNTHETIC + ")" : "");
    }

    /** How the area stands, in one sentence, or that there is nothing; none in a reminder. */
    List<String> summary() {
        if (digest.shortOf().isEmpty()) {
            return List.of();
        }
        int shortOf = digest.shortOf().getAsInt();
        LocalDate week = digest.edition().asAt().plusDays(WEEK);
        long due = digest.open().stream()
                .filter(matter -> matter.answer().isEmpty() && !matter.due().isAfter(week))
                .count();
        String stands = digest.open().size() + " open, " + due + " due within a week, "
                + digest.ended().size() + " ended; " + Digits.count(shortOf)
                + PageWords.plural(shortOf, " figure", " figures") + " short of target.";
        List<String> summary = new ArrayList<>();
        if (digest.isEmpty()) {
            summary.add("Nothing for you this time.");
        }
        summary.add(stands);
        if (!digest.edition().complete()) {
            summary.add(EditionWords.INCOMPLETE);
        }
        return summary;
    }

    String foot() {
        return ReportWords.OF_THE_SERVICE + " Management information, not official statistics.";
    }

    /** Where all signals of the report are; null where that is nowhere. */
    String all() {
        return board.map(base ->
                        base + "/" + AnswerAddress.encoded(digest.edition().force()) + "/"
                                + digest.edition().asAt() + "/matters")
                .orElse(null);
    }

    /** Those that hold anything; of what is beyond the lines of a mail, how many there are. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(sections, "New since " + Days.full(digest.since()), lines(digest.raised()));
        add(sections, "Not answered", lines(digest.unanswered()));
        add(sections, "Answered", lines(digest.answered()));
        add(
                sections,
                "Ended since " + Days.full(digest.since()),
                digest.ended().stream().map(DigestMail::line).toList());
        return sections;
    }

    private static void add(List<Section> sections, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            int taken = sections.stream()
                    .mapToInt(section -> section.lines().size())
                    .sum();
            int shown = Math.min(MOST - taken, lines.size());
            sections.add(new Section(title, lines.subList(0, shown), lines.size() - shown));
        }
    }

    private List<Line> lines(List<Matter> matters) {
        return matters.stream().map(this::line).toList();
    }

    private Line line(Matter matter) {
        // A level that is worse has no signal.
        String signal = matter.signalIds().stream().findFirst().orElse("");
        return new Line(
                matter.state().word(),
                matter.title() + ", since " + Days.briefWithYear(matter.since()),
                status(matter),
                matter.answer().isPresent() ? "Answer again" : "Answer",
                board.filter(base -> !signal.isEmpty())
                        .map(base -> AnswerAddress.of(base, digest.edition().force(), signal))
                        .orElse(null),
                signal);
    }

    private static Line line(OwnerDigest.Ended ended) {
        return new Line(
                "",
                ended.title(),
                (ended.withdrawn() ? "Withdrawn on " : "Ended on ") + Days.briefWithYear(ended.on()),
                "",
                null,
                "");
    }

    private String status(Matter matter) {
        Optional<OwnerComment> answer = matter.answer();
        return answer.isPresent()
                ? "Answered by " + post(answer.get()) + ", "
                        + Days.briefWithYear(answer.get().on())
                : AnswerWords.waiting(matter.openDays()) + "; "
                        + (matter.due().isBefore(digest.edition().asAt()) ? "was due " : "due ")
                        + Days.briefWithYear(matter.due());
    }

    /** In one line, whatever was typed. */
    private static String post(OwnerComment answer) {
        return answer.post().isBlank() ? "a post" : answer.post().strip().replaceAll("\\s+", " ");
    }
}
