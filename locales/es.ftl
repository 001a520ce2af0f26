# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = Documentación
skip-to-content = Ir al contenido
language = Idioma
on-this-page = En esta página
# The button goes from one to the next.
theme-system = Apariencia: como el sistema
theme-light = Apariencia: clara
theme-dark = Apariencia: oscura
copy = Copiar
copied = Copiado
# $date is written out in this language.
updated = Última actualización: { $date }
# $version is the beginning of a hash.
source-version = Traducido de la versión { $version }
edit-page = Editar esta página
# Names the feed of a language; $title is the site's.
feed = Páginas nuevas y modificadas de «{ $title }»
# $title is a heading of the page.
link-to-section = Enlace a «{ $title }»
# $key is a code or a number, the first cell of a row.
link-to-row = Enlace a la fila { $key }
# The name of a column that has none; $number counts from 1.
column = Columna { $number }
table = Tabla { $number }
# $key is a code or a number, the first cell of a row.
copy-key = Copiar { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = Filtrar filas
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = { $shown } de { $total } filas
# The keys of the rows that name this one follow after a blank.
cited-by = Citado por
# $count is greater than five.
cited-by-rows = Citado por { $count } filas
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = Hecho
task-open = Pendiente
footnotes = Notas al pie
# $number is the footnote's.
footnote-reference = Nota al pie { $number }
back-to-text = Volver a la llamada { $number }

## Ways through the site

navigation = Navegación
# Names the path from the start page to this one.
path = Usted está aquí
# Names the links to the pages before and behind this one.
steps = Página anterior y página siguiente
previous = Anterior
next = Siguiente

## Search

search = Buscar
# The name of the dialogue.
search-dialog = Búsqueda
# Stands in the empty field.
search-field = Palabras, códigos o nombres
# The headings of two lists of results.
search-codes = Códigos y nombres
search-pages = Páginas
# What keys do: arrows, Enter, Escape.
search-move = Desplazarse
search-open = Abrir
search-close = Cerrar
search-count =
    { $count ->
        [0] Ningún resultado
        [one] { $count } resultado
       *[other] { $count } resultados
    }
search-failed = El texto completo no está disponible en este momento. Los códigos y los nombres se siguen encontrando.
search-file = Esta página se ha abierto desde un archivo: se encuentran los códigos y los nombres, pero la búsqueda en el texto completo requiere un servidor web.

## What the links of a landing page lead to

kind-architecture = Arquitectura
kind-concept = Concepto
kind-deploy = Implementación
kind-download = Descarga
kind-get-started = Primeros pasos
kind-how-to-guide = Guía práctica
kind-learn = Aprender
kind-overview = Información general
kind-quickstart = Inicio rápido
kind-reference = Referencia
kind-sample = Ejemplo
kind-training = Formación
kind-tutorial = Tutorial
kind-video = Vídeo
kind-whats-new = Novedades

## Alerts

note = Nota
tip = Consejo
important = Importante
warning = Advertencia
caution = Precaución

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = Para { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = Versiones: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Opciones
video = Vídeo
picture-description = Descripción de la imagen

## Start pages

home = Página de inicio
articles = Artículos
article-count =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] 1 artículo más
       *[other] { $count } artículos más
    }
# $title is the site's.
start-description = Todos los artículos de «{ $title }» en este idioma.
choose-language = Elegir un idioma
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = En { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = Esta página no está traducida. Su texto está en { $language }.
untranslated-original = Página original
machine-translated = Este texto se ha traducido automáticamente. Puede contener errores.
stale-text = El original ha cambiado desde que se hizo esta traducción.
# $version and $current are the beginnings of hashes.
stale-facts = La traducción se hizo a partir de la versión { $version }; la versión actual del original es { $current }.

## A page that is not there

not-found = Página no encontrada
not-found-text = No hay ninguna página en esta dirección. Es posible que se haya movido o que la dirección esté mal escrita.
other-languages = Otros idiomas

## How the articles stand

status = Estado de los artículos
# $language is a language's name.
status-in = Estado de los artículos: { $language }
status-shared = Incidencias que no pertenecen a ningún idioma en particular
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = Las traducciones se comparan con el texto en { $language }.
status-consensus = Las traducciones se comparan con lo que dice la mayoría de los idiomas.
status-unchecked = Las reglas no se ejecutaron al generar este sitio: no se sabe qué está dañado.
status-data = Lo mismo en forma de datos
coverage = Cobertura
# $number is a whole number.
per-cent = { $number } %
# The five states of an article in a language, and what each of them means.
state-current = Actualizado
state-stale = Desactualizado
state-damaged = Dañado
state-missing = Ausente
state-exempt = No previsto
state-current-text = se hizo a partir del texto de origen actual, o nada indica lo contrario
state-stale-text = el texto de origen ha cambiado desde entonces
state-damaged-text = contiene errores o advertencias
state-missing-text = no existe y debería existir
state-exempt-text = no existe y no se espera que exista
state-number = El número indica los errores y las advertencias; no incluye lo desactualizado ni lo ausente.
severity-error = Error
severity-warning = Advertencia
severity-info = Información
errors = Errores
warnings = Advertencias
infos = Informaciones
no-single-language = Ningún idioma en particular
all-languages = Todos los idiomas
debts = Pendientes, del más antiguo al más reciente
debts-order = Ordenados por el día que cada texto indica como el de su última modificación; los ausentes, por el del original. Los que no indican ningún día figuran al final. No son fechas de archivos.
debts-none = No hay nada pendiente.
debts-more =
    { $count ->
        [one] { $count } pendiente más figura en las páginas de los idiomas.
       *[other] { $count } pendientes más figuran en las páginas de los idiomas.
    }
day-in-text = Día según el texto
no-day = Ninguno
article = Artículo
state = Estado
every-article = Todos los artículos en todos los idiomas
only-debts = Mostrar solo lo pendiente
owing-nothing =
    { $count ->
        [one] Aquí se omite { $count } artículo sin nada pendiente.
       *[other] Aquí se omiten { $count } artículos sin nada pendiente.
    }
info-count =
    { $count ->
        [one] { $count } información
       *[other] { $count } informaciones
    }
other-findings = Otras incidencias
other-files = Otros archivos
nothing-found = No hay nada pendiente ni se ha encontrado ninguna incidencia.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NOMBRE
manual-description = DESCRIPCIÓN
manual-see-also = VÉASE TAMBIÉN
manual-index = Páginas de manual de «{ $site }»
manual-index-text = Estas son las páginas de manual de «{ $site }». Para leer una, escriba «man», el número entre paréntesis y el nombre.
manual-section = Sección { $number }
moved = Esta página se ha movido
moved-text = Ahora está aquí:
