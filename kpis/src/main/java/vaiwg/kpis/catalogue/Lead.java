package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vaiwg.kpis.reference.CheckedRow;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/**
 * Who leads a priority area of a force, as its folder says.
 *
 * @param post in the force's words
 * @param mail where mail for the post goes; empty where the folder names no address
 */
public record Lead(String force, Priority area, String post, Optional<String> mail) {
    /** Of printable ASCII, without what would end or divide an address in a header. */
    private static final Pattern MAIL = Pattern.compile("[!-~&&[^@<>,;:\"()\\[\\]\\\\]]+@[A-Za-z0-9.-]+");

    /**
     * All that sites name.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or names an area again
     */
    public static List<Lead> of(Sites sites) {
        List<Lead> leads = new ArrayList<>();
        List<Priority> areas = Priority.of(sites);
        for (Map<String, String> cells : sites.file(SiteFile.LEADS).rows()) {
            CheckedRow row = new CheckedRow("leads", cells);
            Lead lead = of(row, areas);
            row.require(leads.stream().noneMatch(lead::isOfSameArea), "names an area again");
            leads.add(lead);
        }
        return leads;
    }

    private static Lead of(CheckedRow row, List<Priority> areas) {
        Priority area = areas.stream()
                .filter(one -> one.slug().equals(row.get("area")))
                .findFirst()
                .orElseThrow(() -> row.unreadable("names no priority area, such as criminal_justice"));
        row.require(!row.get("post").isEmpty(), "names no post");
        Optional<String> mail = Optional.of(row.get("mail")).filter(address -> !address.isEmpty());
        row.require(mail.isEmpty() || isMail(mail.get()), "has no mail address like criminal-justice@force.example");
        return new Lead(row.get(Sites.FORCE), area, row.get("post"), mail);
    }

    /** Whether it may stand in a header as the one address of a mail. */
    public static boolean isMail(String address) {
        return MAIL.matcher(address).matches();
    }

    private boolean isOfSameArea(Lead other) {
        return force.equals(other.force) && area.equals(other.area);
    }
}
