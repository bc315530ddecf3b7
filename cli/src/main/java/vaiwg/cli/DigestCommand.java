package vaiwg.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.board.files.PrivateFiles;
import vaiwg.board.page.DigestMail;
import vaiwg.board.report.DigestMaker;
import vaiwg.board.report.OwnerDigest;
import vaiwg.cli.options.BoardAddressOptions;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.ForceOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.kpis.catalogue.Lead;

/** E-mails for owners of priority areas, as files. */
@Command(name = "digest", mixinStandardHelpOptions = true)
final class DigestCommand extends PrintingVerb {
    private static final int WEEK = 7;
    private static final List<String> ENDINGS = List.of(".txt", ".html", ".eml");

    @Mixin
    private ForceOptions forces;

    @Option(names = "--owner", paramLabel = "AREA", split = ",")
    private List<String> owners = List.of();

    @Option(names = "--as-at", paramLabel = "DATE")
    private Optional<LocalDate> asAt = Optional.empty();

    @Option(names = "--since", paramLabel = "DATE")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--reminders")
    private boolean reminders;

    @Option(names = "--secretary", paramLabel = "MAIL")
    private Optional<String> secretary = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    @Mixin
    private BoardAddressOptions board;

    @Mixin
    private SiteOptions site;

    @Mixin
    private DatabaseOptions database;

    private String force;

    @Override
    public Integer call() throws SQLException, IOException {
        Optional<String> address = board.address().map(BoardAddress::url);
        Optional<String> copied = secretary();
        force = forces.force(database.database());
        Map<String, Lead> leads = Lead.of(site.sites()).stream()
                .filter(lead -> lead.force().equals(force))
                .collect(Collectors.toMap(lead -> lead.area().slug(), lead -> lead));
        Set<String> areas =
                owners.stream().map(owner -> site.area("--owner", owner).slug()).collect(Collectors.toSet());
        List<OwnerDigest> digests = digests(areas);
        Exports.log(database.database(), "digest of " + force);
        for (OwnerDigest digest : digests) {
            String name = digest.area().replace('_', '-');
            // What an earlier digest left is not to be sent again.
            for (String ending : ENDINGS) {
                Files.deleteIfExists(out.resolve(name + ending));
            }
            Optional<Lead> lead = Optional.ofNullable(leads.get(digest.area()));
            // Who is known is told too that there is nothing.
            if (digest.isEmpty() && (reminders || lead.flatMap(Lead::mail).isEmpty())) {
                say(digest.area() + ": nothing to report.");
            } else {
                OwnerDigest addressed = lead.map(Lead::post).map(digest::to).orElse(digest);
                Optional<String> alsoTo = copied.filter(mail -> reminders && digest.isLate());
                write(new DigestMail(addressed, address), lead.flatMap(Lead::mail), alsoTo, name);
            }
        }
        return 0;
    }

    /** As a variable that is set to nothing gives it: nobody. */
    private Optional<String> secretary() {
        Optional<String> named = secretary.filter(mail -> !mail.isBlank());
        if (named.isPresent() && !Lead.isMail(named.get())) {
            throw CommandFailure.wrongUsage("--secretary must be a mail address like secretary@board.example.");
        }
        return named;
    }

    private List<OwnerDigest> digests(Set<String> areas) throws SQLException {
        try (Connection connection = database.connect()) {
            LocalDate day = asAt.isPresent()
                    ? asAt.get()
                    : new SnapshotReader(connection, force).requireNewest().asAt();
            LocalDate before = since.orElse(day.minusDays(WEEK));
            if (!before.isBefore(day)) {
                throw CommandFailure.wrongUsage("--since must be a day before " + day + ", the day of this digest.");
            }
            return DigestMaker.make(connection, force, day, before).stream()
                    .filter(digest -> areas.isEmpty() || areas.contains(digest.area()))
                    .map(digest -> reminders ? digest.reminder() : digest)
                    .toList();
        } catch (SQLException e) {
            throw new DatabaseException(database.database(), e);
        }
    }

    private void write(DigestMail mail, Optional<String> to, Optional<String> copied, String name) throws IOException {
        PrivateFiles.newFolder(out);
        PrivateFiles.write(out.resolve(name + ".txt"), mail.text());
        PrivateFiles.write(out.resolve(name + ".html"), mail.html());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String receivers = to.map(address -> "To: " + address + "\r\n").orElse("")
                + copied.map(address -> "Cc: " + address + "\r\n").orElse("");
        message.write(receivers.getBytes(StandardCharsets.US_ASCII));
        message.write(mail.message());
        PrivateFiles.replace(out.resolve(name + ".eml"), message.toByteArray());
        say(out.resolve(name + ".eml") + ": " + mail.subject());
    }
}
