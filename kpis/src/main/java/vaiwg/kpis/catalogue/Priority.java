package vaiwg.kpis.catalogue;

import org.apiguardian.api.API;
import vaiwg.schemas.Slugged;

/** The seven priority areas of the strategy, in its order, each with the post that owns its figures. */
@API(status = API.Status.MAINTAINED)
public enum Priority implements Slugged {
    SAFETY_IN_PUBLIC(
            "Safety in Public", "the lead for Safety in Public", "Are public places safer for women and girls?"),
    CRIMINAL_JUSTICE(
            "Criminal Justice", "the leads for Criminal Justice", "Are victims supported to stay with their cases?"),
    OFFENDER_MANAGEMENT(
            "Offender and Suspect Management",
            "the lead for Offender and Suspect Management",
            "Are those who offend managed by orders that are used and kept?"),
    RECORDING(
            "Recording of Crimes and Incidents",
            "the lead for Recording of Crimes and Incidents",
            "Is what victims tell us recorded in time and in full?"),
    OUR_BEHAVIOUR("Our Behaviour", "the lead for Our Behaviour", "Are our own held to the same account?"),
    INTELLIGENCE(
            "Be Intelligence and Data informed",
            "the lead for Be Intelligence and Data informed",
            "How surely do we know what is happening?"),
    ENGAGEMENT(
            "Engagement, Insight and Communications",
            "the leads for Engagement, Insight and Communications",
            "Are victims told, heard and helped?");

    /** Within so many days the post answers a signal. */
    public static final int DAYS_TO_ANSWER = 14;

    private final String title;
    private final String owner;
    private final String question;

    Priority(String title, String owner, String question) {
        this.title = title;
        this.owner = owner;
        this.question = question;
    }

    public String title() {
        return title;
    }

    /** The post that owns the area's figures. */
    public String owner() {
        return owner;
    }

    /** What the strategy asks of the area, as its lead would. */
    public String question() {
        return question;
    }
}
