package vaiwg.statistics.signals;

/** A signal that was raised; fields are public and flat because it is state. */
public final class RaisedSignal {
    public String id;
    /** The midnight at which it was raised, by the day that the midnight begins. */
    public int raised;

    public RaisedSignal() {}

    public RaisedSignal(String id, int raised) {
        this.id = id;
        this.raised = raised;
    }
}
