# Prints the home of a JDK 25 on the output stream; what a person should read goes to the error stream.
# Windows' counterpart of find-jdk.sh. DALESCOPE_YES=1 downloads Temurin 25 into .jdk\ where none is found.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'  # the progress bar makes downloads many times slower
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$jdks = Join-Path $root '.jdk'

function Test-Jdk25([string] $folder) {
  # Joined by hand: Join-Path fails on a drive that does not exist.
  if (-not $folder -or -not (Test-Path -LiteralPath "$folder\bin\javac.exe")) { return $false }
  $release = "$folder\release"
  if (Test-Path -LiteralPath $release) {
    return [bool](Select-String -LiteralPath $release -Pattern '^JAVA_VERSION="25[".]' -Quiet)
  }
  return [bool]((cmd /c "`"$folder\bin\java.exe`" -version 2>&1" | Select-Object -First 1) -match 'version "25[".]')
}
function Say([string] $text) { [Console]::Error.WriteLine($text) }

$candidates = @($env:DALESCOPE_JAVA_HOME, $env:JAVA_HOME)
$onPath = @(Get-Command javac.exe -All -ErrorAction SilentlyContinue | ForEach-Object { Split-Path (Split-Path $_.Source) })
if ($null -ne $env:DALESCOPE_JDK_ROOTS) {
  $usual = $env:DALESCOPE_JDK_ROOTS -split ';'
} else {
  $programs = $env:ProgramFiles
  $usual = 'Eclipse Adoptium', 'Java', 'Microsoft', 'Amazon Corretto', 'Zulu', 'BellSoft' | ForEach-Object { "$programs\$_" }
  $usual += "$env:LOCALAPPDATA\Programs\Eclipse Adoptium", "$env:USERPROFILE\.jdks", "$env:USERPROFILE\scoop\apps"
}
function Get-Folders([string] $parent) {
  if ($parent -and (Test-Path -LiteralPath $parent)) { Get-ChildItem -LiteralPath $parent -Directory | ForEach-Object FullName }
}
$candidates += @(Get-Folders $jdks) + $onPath + @($usual | ForEach-Object { Get-Folders $_ })
foreach ($candidate in $candidates) {
  if (Test-Jdk25 $candidate) { Write-Output $candidate; exit 0 }
}

if ($env:DALESCOPE_YES -ne '1' -and -not [Console]::IsInputRedirected) {
  [Console]::Error.Write('Dalescope needs a JDK 25 and found none. Download Temurin 25 (about 200 MB) into .jdk\? [y/N] ')
  if ([Console]::In.ReadLine() -match '^[yY]') { $env:DALESCOPE_YES = '1' }
}
if ($env:DALESCOPE_YES -ne '1') {
  Say ("Dalescope needs a JDK 25 and found none: run 'winget install EclipseAdoptium.Temurin.25.JDK', set JAVA_HOME " +
    "to one, or give --yes to download Temurin 25 into this project's folder .jdk.")
  exit 1
}

$work = Join-Path $jdks ('download.' + [Guid]::NewGuid().ToString('N'))
try {
  [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
  $arch = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'aarch64' } else { 'x64' }
  $base = if ($env:DALESCOPE_JDK_URL) { $env:DALESCOPE_JDK_URL } else { 'https://api.adoptium.net/v3' }
  $answer = Invoke-RestMethod -UseBasicParsing "$base/assets/latest/25/hotspot?architecture=$arch&image_type=jdk&os=windows&vendor=eclipse"
  $package = @($answer)[0].binary.package
  if (-not $package.link -or $package.checksum -notmatch '^[0-9a-fA-F]{64}$') { throw "$base offers no JDK 25 with a checksum for $arch" }
  New-Item -ItemType Directory -Force $work | Out-Null
  Say "Downloading Temurin 25 for windows on $arch (about 200 MB) ..."
  $archive = Join-Path $work 'jdk.zip'
  Invoke-WebRequest -UseBasicParsing $package.link -OutFile $archive
  $found = (Get-FileHash -LiteralPath $archive -Algorithm SHA256).Hash
  if ($found -ne $package.checksum) { throw "the checksum of $($package.link) is not the announced one; nothing was kept" }
  $unpacked = Join-Path $work 'unpacked'
  Expand-Archive -LiteralPath $archive -DestinationPath $unpacked
  $top = @(Get-Folders $unpacked | Where-Object { Test-Jdk25 $_ })[0]
  if (-not $top) { throw 'the archive holds no JDK 25' }
  $target = Join-Path $jdks 'temurin-25'
  if (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Recurse -Force }
  Move-Item -LiteralPath $top -Destination $target
  Write-Output $target
} catch {
  Say "Temurin 25 was not installed: $($_.Exception.Message)."
  exit 1
} finally {
  if (Test-Path -LiteralPath $work) { Remove-Item -LiteralPath $work -Recurse -Force }
}
