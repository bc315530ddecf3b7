package vaiwg.kpis.catalogue;

/** The seven priority areas of the strategy, in its order, each with the post that owns its figures. */
public enum Priority {
    SAFETY_IN_PUBLIC("Safety in Public", "the lead for Safety in Public"),
    CRIMINAL_JUSTICE("Criminal Justice", "the leads for Criminal Justice"),
    OFFENDER_MANAGEMENT("Offender and Suspect Management", "the lead for Offender and Suspect Management"),
    RECORDING("Recording of Crimes and Incidents", "the lead for Recording of Crimes and Incidents"),
    OUR_BEHAVIOUR("Our Behaviour", "the lead for Our Behaviour"),
    INTELLIGENCE("Be Intelligence and Data informed", "the lead for Be Intelligence and Data informed"),
    ENGAGEMENT("Engagement, Insight and Communications", "the leads for Engagement, Insight and Communications");

    private final String title;
    private final String owner;

    Priority(String title, String owner) {
        this.title = title;
        this.owner = owner;
    }

    /** The name used in labels and columns. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** The post that owns the area's figures. */
    public String owner() {
        return owner;
    }
}
