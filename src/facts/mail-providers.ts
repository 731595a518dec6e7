/** Domains at which anybody may have an address: sharing one says nothing of whom somebody belongs to. */
export const sharedMailDomains: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk live.com live.fr msn.com " +
    "yahoo.com yahoo.fr yahoo.co.uk yahoo.ca ymail.com rocketmail.com aol.com icloud.com me.com mac.com " +
    "proton.me protonmail.com pm.me tutanota.com tuta.com tutamail.com fastmail.com fastmail.fm hey.com zoho.com " +
    "gmx.com gmx.net gmx.de gmx.fr gmx.ch web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com " +
    "orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net bbox.fr laposte.net numericable.fr club-internet.fr " +
    "aliceadsl.fr mailo.com netcourrier.com caramail.com skynet.be telenet.be proximus.be bluewin.ch hispeed.ch " +
    "btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com comcast.net verizon.net att.net sbcglobal.net " +
    "bell.net rogers.com shaw.ca videotron.ca sympatico.ca libero.it virgilio.it tiscali.it alice.it wp.pl o2.pl " +
    "onet.pl interia.pl seznam.cz ziggo.nl kpnmail.nl planet.nl xs4all.nl qq.com 163.com 126.com naver.com"
  ).split(" "),
);
