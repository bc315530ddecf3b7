package vaiwg.grafana;

/** Why a matter is open where no chart of 28 days shows it: what a table says of it in few words, and what they mean. */
enum SignalRule {
    EARLY_WARNING(
            "early warning",
            "Asked each day: of the cases that are open, support became known to have ended in more, or fewer, than in"
                    + " cases of their age before."),
    COMPLETENESS(
            "below the year's limit",
            "Records of the newest 28 days are less complete than those of the year by more than chance and more than"
                    + " five points, or than half of a share under ten per cent.");

    private final String words;
    private final String meaning;

    SignalRule(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    String words() {
        return words;
    }

    String meaning() {
        return meaning;
    }
}
