package vaiwg.board;

import java.util.List;

/** Where a reader who needs help finds it. */
public final class Helplines {
    /** Who helps, under which number, and when. */
    public record Helpline(String name, String number, String note) {}

    /** Those that are open to everybody in England and Wales, the emergency number first. */
    public static final List<Helpline> NATIONAL = List.of(
            new Helpline("Emergency", "999", "when someone is in danger now"),
            new Helpline("Rape Crisis England & Wales", "0808 500 2222", "24 hours, for anyone aged 16 or over, free"),
            new Helpline("National Domestic Abuse Helpline", "0808 2000 247", "24 hours, free"),
            new Helpline("National Stalking Helpline", "0808 802 0300", "on weekdays, free"));

    private Helplines() {}
}
