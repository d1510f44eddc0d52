"""Months and weekdays as mail programs write them, folded (see `replylint.text.prose.fold`).

Source: Unicode CLDR 45, gregorian calendar, wide and abbreviated forms; genitives where dates use
them.
"""

from __future__ import annotations

from replylint.mail.lists import words

_BY_NUMBER = (
    "january jan enero ene gener gen janvier janv januar gennaio janeiro januari stycznia "
    "sty января янв січня січ"
    " tammikuuta tammik ocak oca ledna ianuarie",
    "february feb febrero febrer febr fevrier fevr februar febbraio fevereiro fev februari "
    "lutego lut февраля фев лютого"
    " лют helmikuuta helmik subat sub unora februarie",
    "march mar marzo marc mars marz marco maart mrt marca марта мар березня бер maaliskuuta "
    "maalisk mart brezna martie",
    "april apr abril abr d'abril d'abr avril avr aprile kwietnia kwi апреля апр квітня квіт "
    "huhtikuuta huhtik nisan nis dubna"
    " aprilie",
    "may mayo maig mai maggio mag maio mei maj maja мая травня трав toukokuuta toukok mayis kvetna",
    "june jun junio juny juin juni giugno giu junho czerwca cze июня июн червня черв "
    "kesakuuta kesak haziran haz cervna iunie",
    "july jul julio juliol juillet juil juli luglio lug julho lipca lip июля июл липня лип "
    "heinakuuta heinak temmuz tem cervence"
    " iulie",
    "august aug agosto ago agost ag d'agost d'ag aout augustus augusti sierpnia sie августа "
    "авг серпня серп elokuuta elok"
    " agustos agu srpna",
    "september sep sept septiembre setiembre setembre set septembre settembre setembro "
    "wrzesnia wrz сентября сен сент"
    " вересня вер syyskuuta syysk eylul eyl zari septembrie",
    "october oct octubre d'octubre d'oct octobre oktober okt ottobre ott outubro out "
    "pazdziernika paz октября окт"
    " жовтня жовт lokakuuta lokak ekim eki rijna octombrie",
    "november nov noviembre novembre novembro listopada lis ноября нояб листопада лист "
    "marraskuuta marrask kasim kas listopadu"
    " noiembrie",
    "december dec diciembre dic desembre des decembre dezember dez dicembre dezembro grudnia "
    "gru декабря дек грудня"
    " груд joulukuuta jouluk aralik ara prosince decembrie",
)
MONTHS = {name: number for number, names in enumerate(_BY_NUMBER, 1) for name in names.split()}
"""Folded name of a month → its number."""

WEEKDAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun
    lunes martes miercoles jueves viernes sabado domingo lun mar mie mier jue vie sab dom
    dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg
    lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so don
    lunedi martedi mercoledi giovedi venerdi sabato domenica gio
    segunda terca quarta quinta sexta seg ter qua qui sex
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
    mandag tirsdag onsdag torsdag fredag lordag sondag man tir ons tor fre lor
    mandag tisdag lordag tis
    poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt sr czw pt sob niedz
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    понеділок вівторок середа четвер пятниця субота неділя
    """
)
