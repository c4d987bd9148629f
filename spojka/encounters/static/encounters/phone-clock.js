// <phone-clock>: says by this phone's clock when the form was sent. The server compares and keeps both times.

const Base = globalThis.HTMLElement ?? class {}

export class PhoneClock extends Base {
  connectedCallback() {
    this.addEventListener("submit", this.tell, { capture: true })
  }

  tell = () => {
    const { phone_at: happened, sent_at: sent } = this.querySelector("form").elements
    const now = new Date().toISOString()
    if (happened && !happened.value) happened.value = now
    if (sent) sent.value = now
  }
}

globalThis.customElements?.define("phone-clock", PhoneClock)
